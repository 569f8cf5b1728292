import CodingModel
import Interchange
import Testing

@Suite("Excerpts as rows")
struct ExcerptTableTests {
  @Test("CSV, a variable that is named as a column told apart")
  func csv() {
    var output = ""
    ExcerptTable.writeCSV(Sample.excerpts, variables: Sample.variables, to: &output)
    #expect(
      output == """
        respondent,question,code,coder,origin,start,end,before,segment,after,memo,groupe,ancienneté,variable:code
        R1,q1,perte de lien,anna,hand,5,25,j'ai ,perdu le lien humain,", dit-elle","à
        revoir",Travail social,"12,5",
        R2,q1,a_b,anna,hand,5,36,,"# Tout & <rien>

        - ""1. *tout*"" ",(sic),,,?,3
        R3,q1,perte de lien,anna,hand,5,12,lien,(perdu),"e
          fin",,A|B,,

        """)
  }

  @Test("JSON Lines, numbers as numbers")
  func jsonLines() {
    var output = ""
    ExcerptTable.writeJSONLines(Sample.excerpts, variables: Sample.variables, to: &output)
    #expect(
      output == #"""
        {"respondent":"R1","question":"q1","code":"perte de lien","colour":"#c0392b","coder":"anna","origin":"hand","start":5,"end":25,"before":"j'ai ","segment":"perdu le lien humain","after":", dit-elle","memo":"à\nrevoir","variables":{"groupe":"Travail social","ancienneté":12.5,"code":null}}
        {"respondent":"R2","question":"q1","code":"a_b","colour":null,"coder":"anna","origin":"hand","start":5,"end":36,"before":"","segment":"# Tout & <rien>\n\n- \"1. *tout*\" ","after":"(sic)","memo":"","variables":{"groupe":null,"ancienneté":"?","code":3}}
        {"respondent":"R3","question":"q1","code":"perte de lien","colour":"#c0392b","coder":"anna","origin":"hand","start":5,"end":12,"before":"lien","segment":"(perdu)","after":"e\n  fin","memo":"","variables":{"groupe":"A|B","ancienneté":null,"code":null}}

        """#)
  }

  @Test("Nothing is a header alone, and no line")
  func empty() {
    var (csv, lines) = ("", "")
    ExcerptTable.writeCSV([], to: &csv)
    ExcerptTable.writeJSONLines([], to: &lines)
    #expect(csv == "respondent,question,code,coder,origin,start,end,before,segment,after,memo\n")
    #expect(lines == "")
  }
}
