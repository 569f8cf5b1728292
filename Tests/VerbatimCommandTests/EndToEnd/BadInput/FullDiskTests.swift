import Foundation
import Testing

/// A small disk in memory; only the administrator may mount one.
final class SmallDisk {
  let path: String

  /// Nil where none can be mounted.
  init?(kilobytes: Int) {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("verbatim-disk-\(UUID().uuidString)").path
    guard getuid() == 0,
      (try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)) != nil
    else { return nil }
    guard unsafe mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
      unsafe rmdir(path)
      return nil
    }
  }

  deinit {
    unsafe umount(path)
    unsafe rmdir(path)
  }

  static let canBeMounted: Bool = SmallDisk(kilobytes: 16) != nil
}

@Suite(
  "A full disk",
  .enabled(
    if: SmallDisk.canBeMounted,
    "a small disk can be mounted (by the administrator, where the system allows it)"))
struct FullDiskTests {
  private let place: BadInput
  private let disk: SmallDisk
  private var project: String { disk.path + "/etude.verbatim" }

  init() throws {
    place = try BadInput()
    disk = try #require(SmallDisk(kilobytes: 1024))
    try FileManager.default.copyItem(atPath: place.folder("etude.verbatim"), toPath: project)
  }

  /// Fills the disk up to the last page but `spare` kilobytes.
  private func fill(spare: Int) throws {
    let filler = disk.path + "/filler"
    #expect(FileManager.default.createFile(atPath: filler, contents: nil))
    let handle = try #require(FileHandle(forWritingAtPath: filler))
    let block = Data(repeating: 0x41, count: 4096)
    var written = 0
    while (try? handle.write(contentsOf: block)) != nil { written += 4096 }
    try handle.truncate(atOffset: UInt64(max(0, written - spare * 1024)))
    try handle.close()
  }

  private func expectDiskFull(_ arguments: [String], input: String = "") throws {
    let held = try Binary.run(["export", "-p", project], in: place.folder).stdout
    let run = try Binary.run(arguments + ["-p", project], in: place.folder, input: input)
    #expect(
      run.stderr
        == "error: \(project) : disque plein, rien n'a été changé\nLibérez de la place, puis recommencez.\n")
    #expect(run.code == 74)
    #expect(run.stdout == "")
    #expect(try Binary.run(["check", "-p", project], in: place.folder).code == 0)
    #expect(try Binary.run(["export", "-p", project], in: place.folder).stdout == held)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: disk.path).sorted() == ["etude.verbatim", "filler"])
  }

  @Test("during an import", arguments: [0, 16, 64, 128])
  func importing(spare: Int) throws {
    try fill(spare: spare)
    try place.folder.write(GeneratedSurvey.text(answers: 800), to: "grande.csv")
    try expectDiskFull(["import", "grande.csv", "--answers", "q"])
  }

  @Test("while coding by hand")
  func coding() throws {
    try fill(spare: 0)
    try expectDiskFull(["code", "charge", "R3/q1"])
  }

  @Test("during autocode")
  func autocoding() throws {
    try fill(spare: 0)
    try expectDiskFull(["autocode"])
  }

  @Test("while a new project is made, a copy, or a file of excerpts: none is left behind")
  func creating() throws {
    try fill(spare: 8)
    for (arguments, file) in [
      (["new", disk.path + "/neuf.verbatim"], "neuf.verbatim"),
      (["backup", disk.path + "/copie.verbatim", "-p", project], "copie.verbatim"),
    ] {
      let run = try Binary.run(arguments, in: place.folder)
      #expect(run.code == 74, "\(run.stderr)")
      #expect(run.stderr.hasPrefix("error: \(disk.path)/\(file) : disque plein"), "\(run.stderr)")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: disk.path).sorted() == [
          "etude.verbatim", "filler",
        ])
    }
    try fill(spare: 0)
    let excerpts = try Binary.run(
      ["excerpts", "--to", disk.path + "/e.html", "-p", project], in: place.folder)
    #expect(excerpts.code == 73)
    #expect(excerpts.stderr == "error: \(disk.path)/e.html : impossible d'écrire\n")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: disk.path).sorted() == ["etude.verbatim", "filler"])
  }
}
