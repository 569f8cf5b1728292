#!/usr/bin/env python3
"""Times Verbatim's import, index and searches on a survey file, beside SQLite's FTS5 doing the nearest to it.

    swift build -c release --static-swift-stdlib --product verbatim
    python3 Benchmarks/survey_import.py SURVEY.csv [--runs 3] [--answer-column reponse]

Whole processes are measured: wall and processor seconds and peak memory are the operating system's own account of
each finished process. FTS5 gets the forms only, with accents folded; it makes no lemmas, keeps no offsets in code
points and no history, so that it is a floor rather than a rival.
"""
import argparse, csv, json, os, resource, sqlite3, statistics, subprocess, sys, tempfile, time

QUERIES = [  # what a sociologist asks, and the nearest that FTS5 can do
    ("impôt", "impots OR impot"),
    ('"pouvoir d\'achat"', '"pouvoir d achat"'),
    ("réduire NEAR/5 dépense", "NEAR(reduire depense, 5) OR NEAR(reduire depenses, 5)"),
    ("élu AND confiance", "(elu OR elus) AND confiance"),
    ("écolog*", "ecolog*"),
]


def run(arguments):
    """Runs a process; its seconds, peak memory in MB and standard output."""
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate()
    wall = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{arguments}: {err.decode()}")
    return wall, out.decode()


def measured(arguments):
    """The same in a child of its own, so that the peak is this process's alone."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        wall, out = run(arguments)
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(write, json.dumps([wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out[-4000:]]).encode())
        os._exit(0)
    os.close(write)
    data = b""
    while part := os.read(read, 65536):
        data += part
    os.waitpid(child, 0)
    return json.loads(data)


def peer(survey, path, column):
    """Run as a process: imports the survey into FTS5."""
    csv.field_size_limit(1 << 30)
    db = sqlite3.connect(path)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE VIRTUAL TABLE answer USING fts5(id UNINDEXED, text, tokenize='unicode61 remove_diacritics 2')")
    with open(survey, encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        db.executemany("INSERT INTO answer VALUES (?, ?)", ((row["id"], row[column]) for row in rows if row[column].strip()))
    db.commit()


def peer_query(path, query):
    db = sqlite3.connect(path)
    print(db.execute("SELECT count(*) FROM answer WHERE answer MATCH ?", (query,)).fetchone()[0])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("survey")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--answer-column", default="reponse")
    parser.add_argument("--program", default=os.path.join(os.path.dirname(__file__), "../.build/release/verbatim"))
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="verbatim-bench-")
    ours, theirs = os.path.join(folder, "a.verbatim"), os.path.join(folder, "a.fts5")
    times = {"verbatim": [], "fts5": []}
    for _ in range(options.runs):
        for path in (ours, theirs):
            if os.path.exists(path):
                os.unlink(path)
        times["verbatim"].append(measured([options.program, "import", options.survey, "-p", ours]))
        times["fts5"].append(measured([sys.executable, __file__, "--peer", options.survey, theirs, options.answer_column]))
    report("import", times, os.path.getsize(ours), os.path.getsize(theirs))
    for query, plain in QUERIES:
        times, counts = {"verbatim": [], "fts5": []}, {}
        for _ in range(options.runs + 2):
            for name, command in (
                ("verbatim", [options.program, "count", query, "-p", ours, "--format", "json"]),
                ("fts5", [sys.executable, __file__, "--peer-query", theirs, plain]),
            ):
                times[name].append(measured(command))
                counts[name] = times[name][-1][3]
        found = json.loads(counts["verbatim"])
        report(f"count {query}", times, None, None, f"{found['hits']} hits, {found['answers']} answers; fts5 {counts['fts5'].strip()} answers")
    os.unlink(ours), os.unlink(theirs), os.rmdir(folder)


def report(task, times, size, peer_size, note=""):
    def row(name, size):
        wall, cpu, peak = (statistics.median(run[i] for run in times[name]) for i in range(3))
        text = f"{wall:8.3f} s wall {cpu:8.3f} s cpu {peak:7.0f} MB peak"
        return wall, text + (f" {size / 1e6:7.1f} MB file" if size else "")

    (ours, text), (theirs, peer_text) = row("verbatim", size), row("fts5", peer_size)
    print(f"{task}\n  verbatim {text}\n  fts5     {peer_text}\n  ratio    {ours / theirs:.2f} (wall)  {note}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peer"]:
        peer(*sys.argv[2:5])
    elif sys.argv[1:2] == ["--peer-query"]:
        peer_query(*sys.argv[2:4])
    else:
        main()
