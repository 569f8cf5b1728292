#!/usr/bin/env python3
"""Times Verbatim on the twelve tasks of the yardstick, beside SQLite's FTS5, tantivy and a program in C++.

    swift build -c release --static-swift-stdlib --product verbatim && swift build -c release --static-swift-stdlib --product IndexSpeed
    python3 Benchmarks/yardstick.py --generator make_corpus.py --work FOLDER [--sizes 2500,50000,1000000]
        [--python VENV/bin/python] [--limits LIMITS] [--survey SURVEY.csv] [--markdown TABLE.md]

The generator is called as `GENERATOR N OUT.csv --lexicon LEXICON --codings CODINGS`; what it makes stays in the
folder. FTS5 is filled and asked from Python, forms and lemmas of the lexicon, accents folded. tantivy is measured
where the Python given has it; the C++ program, called as `LIMITS OUT.csv N CODINGS`, where it is given: it prints
lines of JSON with "task" and "seconds". Everything runs in turn; figures are medians of processor time, so that other
work on the machine changes them less than the wall's; those of the C++ program, of pairs and of whole processes are
of the wall, which is what one waits for where both cores work. FTS5 and tantivy count answers and know no lemma of
ours: compare what was found before the times. "First time" is a task's first run in the session, before any word or column
that it needs has been met.
"""
import argparse, csv, json, os, re, resource, shutil, sqlite3, statistics, subprocess, sys, time

VARIABLES = "question,age,sexe,region,csp,diplome,date"
PHRASES = {"phrase_freq(il y a)": "il y a", "phrase_mid(mise en place)": "mise en place", "phrase_2(de la)": "de la",
           "term_mid(travail)": "travail"}
ONE_PHRASE = "SELECT count(*) FROM fts WHERE fts MATCH 'text : \"il y a\"'"
PREFIXES = {"prefix_mid(develop*)": "develop", "prefix_short(com*)": "com"}
NEARS = {"near5_freq(je,pas)": ("je", "pas", 5), "near10_mid(premier,fois)": ("premier", "fois", 10)}
ANDS = {"and_freq(de AND la)": ("de", "la"), "and_mid(pays AND france)": ("pays", "france")}
# The tasks of the table: name there, name in the lines of JSON of each program.
TASKS = [
    ("1 import", "import"), ("2 index, MB", "index"),
    ("3 phrase, frequent: il y a", "phrase_freq(il y a)"), ("3 phrase, frequent: de la", "phrase_2(de la)"),
    ("4 phrase, rare: mise en place", "phrase_mid(mise en place)"), ("4 prefix com*", "prefix_short(com*)"),
    ("5 je near pas, 5", "near5_freq(je,pas)"), ("6 de AND la", "and_freq(de AND la)"),
    ("7 être, at most 3, pouvoir", "lemma_gap(être []{0,3} pouvoir)"), ("8 KWIC of all travail", "kwic_all(travail)"),
    ("8 KWIC, first 50 of est", "kwic_page50(est)"), ("9 collocates of travail, 5 on each side", "collocates_w5(travail) by form"),
    ("10 pairs, window 5", "pairs_window5_all"),
    ("10 pairs, answer", "pairs_answer_all"), ("11 code x code, overlap", "code_x_code(table)"),
    ("11 code x region", "code_x_region(table)"), ("12 count \"il y a\", whole process", "process:count"),
    ("12 kwic \"il y a\", whole process", "process:kwic"),
]


def measured(arguments):
    """Runs a process; its wall and processor seconds, peak memory in MB and standard output."""
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out = process.stdout.read()
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{arguments}: {error.decode()}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.decode()


def median(function, runs=5):
    """The median processor seconds of several calls after one that warms up, and what was returned."""
    result, times = function(), []
    for _ in range(runs):
        start = time.process_time()
        result = function()
        times.append(time.process_time() - start)
    return statistics.median(times), result


def rows(path):
    csv.field_size_limit(1 << 24)
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        next(reader)
        yield from reader


# ---- FTS5

def fts5_build(survey, path, lexicon):
    """Fills a table of answers and an index of forms and lemmas; prints the seconds, the making of lemmas left out."""
    lemmas = dict(line.rstrip("\n").split("\t") for line in open(lexicon, encoding="utf-8"))
    word = re.compile(r"\w+['’]?|[^\w\s]")
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, respondent, question, age, sexe, region, csp, diplome, date, poids, text)")
    db.execute("CREATE VIRTUAL TABLE fts USING fts5(text, lemmas, content='', tokenize='unicode61 remove_diacritics 2')")
    start = time.process_time()
    db.executemany("INSERT INTO answer VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows(survey))
    spent = time.process_time() - start
    prepared = [(int(row[0]), row[10], " ".join(lemmas.get(w, w) for w in word.findall(row[10].lower()))) for row in rows(survey)]
    start = time.process_time()
    db.executemany("INSERT INTO fts (rowid, text, lemmas) VALUES (?,?,?)", prepared)
    db.execute("INSERT INTO fts (fts) VALUES ('optimize')")
    db.commit()
    size = db.execute("SELECT sum(length(block)) FROM fts_data").fetchone()[0]
    print(json.dumps({"task": "import", "seconds": spent + time.process_time() - start}))
    print(json.dumps({"task": "index", "seconds": size / 1e6}))


def fts5_queries(path):
    db = sqlite3.connect(path)
    db.execute("PRAGMA mmap_size = 8000000000")

    def count(query):
        return db.execute("SELECT count(*) FROM fts WHERE fts MATCH ?", (query,)).fetchone()[0]

    queries = {task: f'text : "{words}"' for task, words in PHRASES.items()}
    queries.update({task: f"text : {prefix}*" for task, prefix in PREFIXES.items()})
    queries.update({task: "text : NEAR(%s %s, %d)" % words for task, words in NEARS.items()})
    queries.update({task: "(text : %s) AND (text : %s)" % words for task, words in ANDS.items()})
    queries["lemma_gap(être []{0,3} pouvoir)"] = "lemmas : NEAR(etre pouvoir, 3)"
    for task, query in queries.items():
        seconds, found = median(lambda: count(query))
        print(json.dumps({"task": task, "seconds": seconds, "answers": found}), flush=True)

    def kwic(query, limit):
        # The text is in a table of its own: the place of the first hit is found again in it.
        lines = 0
        for (text,) in db.execute("SELECT text FROM answer WHERE id IN (SELECT rowid FROM fts WHERE fts MATCH ? LIMIT ?)", (query, limit)):
            lines += len(re.split(r"\b" + query[7:] + r"\b", text, flags=re.I)) - 1
        return lines

    for task, query, limit in (("kwic_all(travail)", "text : travail", -1), ("kwic_page50(est)", "text : est", 50)):
        seconds, found = median(lambda: kwic(query, limit))
        print(json.dumps({"task": task, "seconds": seconds, "lines": found}), flush=True)


def fts5_one(path):
    db = sqlite3.connect(path)
    print(db.execute(ONE_PHRASE).fetchone()[0])


# ---- tantivy

def tantivy_run(survey, path):
    import tantivy
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("text", stored=True, tokenizer_name="fr", index_option="position")
    schema = fields.build()
    os.makedirs(path, exist_ok=True)
    index = tantivy.Index(schema, path=path)
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build()
    index.register_tokenizer("fr", analyzer)
    texts = [row[10] for row in rows(survey)]
    start = time.process_time()
    writer = index.writer(heap_size=400_000_000, num_threads=2)
    for text in texts:
        writer.add_document(tantivy.Document(text=text))
    writer.commit()
    writer.wait_merging_threads()
    print(json.dumps({"task": "import", "seconds": time.process_time() - start}))
    size = sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path) if not name.endswith(".store"))
    print(json.dumps({"task": "index", "seconds": size / 1e6}), flush=True)
    index.reload()
    searcher = index.searcher()

    def term(word):
        return tantivy.Query.term_query(schema, "text", word)

    def phrase(words, slop=0):
        return tantivy.Query.phrase_query(schema, "text", words, slop=slop) if len(words) > 1 else term(words[0])

    queries = {task: phrase(words.split()) for task, words in PHRASES.items()}
    queries.update({task: tantivy.Query.regex_query(schema, "text", prefix + ".*") for task, prefix in PREFIXES.items()})
    queries.update({task: phrase([a, b], slop=n) for task, (a, b, n) in NEARS.items()})
    queries.update({task: tantivy.Query.boolean_query([(tantivy.Occur.Must, term(a)), (tantivy.Occur.Must, term(b))]) for task, (a, b) in ANDS.items()})
    for task, query in queries.items():
        seconds, found = median(lambda: searcher.search(query, limit=1, count=True).count)
        print(json.dumps({"task": task, "seconds": seconds, "answers": found}), flush=True)

    def kwic(word, limit):
        snippets = tantivy.SnippetGenerator.create(searcher, term(word), schema, "text")
        return [snippets.snippet_from_doc(searcher.doc(address)).to_html() for _, address in searcher.search(term(word), limit=limit, count=False).hits]

    for task, word, limit in (("kwic_all(travail)", "travail", 10_000_000), ("kwic_page50(est)", "est", 50)):
        seconds, found = median(lambda: kwic(word, limit), 3)
        print(json.dumps({"task": task, "seconds": seconds, "lines": len(found)}), flush=True)


# ---- Verbatim

def verbatim(options, survey, project, codings, runs):
    """Lines as the peers print them."""
    program = os.path.join(options.build, "verbatim")
    times = []
    for _ in range(runs):
        if os.path.exists(project):
            os.unlink(project)
        times.append(measured([program, "import", survey, "--respondent", "id", "--answers", "text", "--variables", VARIABLES, "--weight", "poids", "-p", project]))
    wall, cpu, peak = (statistics.median(run[i] for run in times) for i in range(3))
    yield {"task": "import", "seconds": cpu, "wall": wall, "peak_mb": peak}
    parts = sqlite3.connect(project).execute("SELECT sum(size) FROM indexPart").fetchone()[0]
    yield {"task": "index", "seconds": parts / 1e6, "file_mb": os.path.getsize(project) / 1e6}
    for command in ("count", "kwic"):
        arguments = [program, command, '"il y a"', "-p", project] + (["--limit", "40"] if command == "kwic" else [])
        measured(arguments)
        runs_ = [measured(arguments) for _ in range(15)]
        yield {"task": "process:" + command, "seconds": statistics.median(run[0] for run in runs_),
               "cpu": statistics.median(run[1] for run in runs_), "peak_mb": max(run[2] for run in runs_)}
    if codings:
        wall, cpu, peak, _ = measured([program, "import", codings, "--as", "codings", "--create-codes", "-p", project])
        yield {"task": "import of codings", "seconds": cpu, "wall": wall, "peak_mb": peak}
    out = measured([os.path.join(options.build, "IndexSpeed"), project, "--runs", "9"])[3]
    for line in out.splitlines():
        line = json.loads(line)
        line["task"] = line["task"].replace("count_answers:", "")
        # Pairs are counted on two threads, as the program in C++ does, which tells what one waits.
        if not line["task"].startswith("pairs"):
            line["seconds"] = line["cpu"]
        yield line


def own_codings(path, target):
    """The generator's codings as Verbatim reads them: ranges that are empty are left out."""
    with open(path, newline="") as source, open(target, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["respondent", "code", "start", "end", "coder"])
        for row in csv.DictReader(source):
            if int(row["pos0"]) < int(row["pos1"]):
                writer.writerow([row["answer_id"], "code " + row["code"], row["pos0"], row["pos1"], "anna"])


def show(value, task):
    if value is None:
        return "–"
    if task == "index":
        return f"{value:.1f} MB"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.2f} ms" if value >= 0.001 else f"{value * 1e6:.0f} µs"


def size_table(options, count):
    work = options.work
    survey, lexicon, codings = (os.path.join(work, name) for name in (f"c{count}.csv", "lex.tsv", f"k{count}.csv"))
    if not os.path.exists(survey):
        subprocess.run([sys.executable, options.generator, str(count), survey, "--lexicon", lexicon, "--codings", codings], check=True)
    ours = os.path.join(work, f"own-{count}.csv")
    own_codings(codings, ours)
    found = {}

    def take(name, lines):
        for line in lines:
            line = json.loads(line) if isinstance(line, str) else line
            found.setdefault(name, {})[line["task"].replace("count_answers:", "")] = line
            print(name, json.dumps(line, ensure_ascii=False), flush=True)

    take("Verbatim", verbatim(options, survey, os.path.join(work, f"v{count}.verbatim"), ours, 1 if count > 100_000 else 3))
    database = os.path.join(work, f"fts{count}.db")
    if os.path.exists(database):
        os.unlink(database)
    take("FTS5", measured([sys.executable, __file__, "--fts5-build", survey, database, lexicon])[3].splitlines())
    take("FTS5", measured([sys.executable, __file__, "--fts5-queries", database])[3].splitlines())
    # SQLite's own program where there is one: starting Python takes longer than the query.
    program = shutil.which("sqlite3")
    arguments = [program, "-readonly", database, ONE_PHRASE] if program else [sys.executable, __file__, "--fts5-one", database]
    runs = [measured(arguments) for _ in range(15)]
    take("FTS5", [{"task": "process:count", "seconds": statistics.median(run[0] for run in runs),
                   "cpu": statistics.median(run[1] for run in runs)}])
    if options.python:
        folder = os.path.join(work, f"tantivy{count}")
        subprocess.run(["rm", "-rf", folder], check=True)
        take("tantivy", measured([options.python, __file__, "--tantivy", survey, folder])[3].splitlines())
    if options.limits:
        lines = [json.loads(line) for line in measured([options.limits, survey, str(count), codings])[3].splitlines()]
        fastest = {}
        for line in lines:
            if "seconds" not in line:
                continue
            line["task"] = re.sub(r"^count_answers:|\(codings=\d+\)$", "", line["task"])
            line["task"] = re.sub("^code_x_(code|region)$", r"code_x_\1(table)", line["task"])
            if line["seconds"] < fastest.get(line["task"], line)["seconds"] or line["task"] not in fastest:
                fastest[line["task"]] = line
        take("C++", fastest.values())
    return table(found, count)


def table(found, count):
    peers = [name for name in ("FTS5", "tantivy", "C++") if name in found]
    lines = [f"| {count:,} answers | Verbatim | first time | " + " | ".join(peers) + " | " + " | ".join("ratio to " + name for name in peers) + " |",
             "|---" * (3 + 2 * len(peers)) + "|"]
    for title, task in TASKS:
        ours = found["Verbatim"].get(task, {}).get("seconds")
        theirs = [found[name].get(task, {}).get("seconds") for name in peers]
        ratios = ["–" if ours is None or not value else f"{ours / value:.2f}" for value in theirs]
        first = found["Verbatim"].get(task, {}).get("first")
        lines.append("| " + " | ".join([title, show(ours, task), show(first, task)] + [show(value, task) for value in theirs] + ratios) + " |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--generator", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--sizes", default="2500,50000,1000000")
    parser.add_argument("--python", help="a Python that has tantivy")
    parser.add_argument("--limits", help="the program in C++")
    parser.add_argument("--build", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.build/release"))
    parser.add_argument("--markdown", help="where to write the tables as well")
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    tables = [size_table(options, int(size)) for size in options.sizes.split(",")]
    text = "\n\n".join(tables) + "\n"
    print(text)
    if options.markdown:
        with open(options.markdown, "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    steps = {"--fts5-build": fts5_build, "--fts5-queries": fts5_queries, "--fts5-one": fts5_one, "--tantivy": tantivy_run}
    if len(sys.argv) > 1 and sys.argv[1] in steps:
        steps[sys.argv[1]](*sys.argv[2:])
    else:
        main()
