import Testing

@testable import Workbench

@Suite("Names of codes in rules")
struct RuleReferencesTests {
  private func code(_ id: Int64, _ name: String, key: String, parent: Int64? = nil, rule: String? = nil)
    -> Code
  {
    Code(
      id: RowID(id), key: key, parent: parent.map { RowID($0) }, content: CodeContent(name: name, rule: rule))
  }

  @Test("Only names that would lead elsewhere are rewritten, and nothing around them")
  func renamed() {
    let before = CodeNames([
      code(1, "Lien", key: "lien"), code(2, "Mails", key: "k2"), code(3, "Autre", key: "k3"),
    ])
    let after = CodeNames([
      code(1, "Perte", key: "lien"), code(2, "Lien", key: "k2"), code(3, "Autre", key: "k3"),
    ])
    func rule(_ text: String, _ replaced: [RowID<Code>: RowID<Code>] = [:]) -> String? {
      RuleReferences.renamed(text, before, after, replaced)
    }
    #expect(
      rule("mot ET code:Lien OU (x within code:\"Mails\")")
        == "mot ET code:\"Perte\" OU (x within code:\"Lien\")")
    #expect(rule("code:autre OU code:k3 OU lien") == nil)
    #expect(rule("code:k2") == nil)
    #expect(rule("code:autre", [RowID(3): RowID(1)]) == "code:\"Perte\"")
    #expect(rule("(mal écrit") == nil && rule("code:inconnu") == nil)
    #expect(rule(#"[lemma="perdre"] within code:"Lien""#) == #"[lemma="perdre"] within code:"Perte""#)
  }

  @Test("Codes whose rules name others are found")
  func referring() {
    let names = CodeNames([
      code(1, "A", key: "a", rule: "code:B"), code(2, "B", key: "b", rule: "code:b OU x"),
      code(3, "C", key: "c", rule: "x"),
    ])
    #expect(RuleReferences.referring(to: [RowID(2)], names) == ["A"])
    #expect(RuleReferences.referring(to: [RowID(1), RowID(3)], names) == [])
  }
}
