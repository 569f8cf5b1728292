@_exported public import CodingAnalysis
@_exported public import CodingModel
@_exported public import CorpusIndex
@_exported public import FrenchText
@_exported public import Interchange
@_exported public import ProjectStore
@_exported public import QueryLanguage
