#!/usr/bin/env python3
"""Times coding by hand: how long one coding takes in the coding mode, its durable write included.

    swift build -c release --static-swift-stdlib --product verbatim
    python3 Benchmarks/coding_speed.py [--respondents 2500] [--codings 10000] [--coders 4] [--acts 1000] [--runs 3]

A survey of generated answers is imported, with as many codings by each coder; then `verbatim coding` reads lines from a
pipe: as many codings as acts are asked for, once on one answer after another (a coding, then the next answer, shown and
kept as the place), once all on the same few answers, and once none at all, which is what opening costs. The difference
by the number of acts is one coding. The floor is SQLite from Python: one row into a table, durable by the same
settings, a transaction each.
"""
import argparse, os, random, sqlite3, statistics, subprocess, tempfile, time

WORDS = """on nous demande de faire du social avec un écran et je passe mes soirées à remplir des tableaux le lien avec les
familles se perd peu à peu mais la visio aide parfois quand la distance est trop grande personne ne répond au téléphone
il faut un identifiant un mot de passe une adresse et encore un formulaire les collègues s'épuisent le temps manque nous
orientons vers la maison des services ce n'est pas notre métier pourtant tout le monde le fait""".split()
CODES = ["charge", "lien", "temps", "distance", "métier", "accès", "fatigue", "orientation", "équipement", "formation"]
RULES = ["tableau OR formulaire", "lien", "temps", "visio OR distance", "métier", "identifiant OR \"mot de passe\"",
         "épuiser", "orienter", "écran", "former"]


def run(program, arguments, text=""):
    start = time.perf_counter()
    done = subprocess.run([program] + arguments, input=text, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{arguments}: {done.stderr[-500:]}")
    return seconds, done.stdout


def prepare(program, project, folder, options):
    chance = random.Random(2026)
    survey, codebook = os.path.join(folder, "s.csv"), os.path.join(folder, "c.yaml")
    lengths = {}
    with open(survey, "w") as file:
        file.write("id;groupe;q1;q2;q3\n")
        for number in range(1, options.respondents + 1):
            answers = [" ".join(chance.choice(WORDS) for _ in range(chance.randint(12, 60))) + "." for _ in range(3)]
            for question, answer in enumerate(answers, 1):
                lengths[f"R{number}", f"q{question}"] = len(answer)
            file.write(f"R{number};{'ABCDE'[number % 5]};" + ";".join(answers) + "\n")
    with open(codebook, "w") as file:
        file.write("title: Essai\ncodes:\n")
        for code, rule in zip(CODES, RULES):
            file.write(f"  - name: {code}\n    rule: '{rule}'\n")
    run(program, ["import", survey, "--answers", "q1,q2,q3", "-p", project])
    run(program, ["codebook", "import", codebook, "-p", project])
    for coder in range(1, options.coders + 1):
        path = os.path.join(folder, "codings.csv")
        with open(path, "w") as file:
            file.write("respondent,question,code,start,end,coder\n")
            for _ in range(options.codings):
                respondent, question = f"R{chance.randint(1, options.respondents)}", f"q{chance.randint(1, 3)}"
                length = lengths[respondent, question]
                start = chance.randrange(length - 1)
                end = min(length, start + chance.randint(1, 60))
                file.write(f"{respondent},{question},{chance.choice(CODES)},{start},{end},coder{coder}\n")
        run(program, ["import", path, "--as", "codings", "-p", project])


def floor(path, acts):
    """Seconds of one row in a transaction of its own."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA synchronous = EXTRA")
    db.execute("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT)")
    start = time.perf_counter()
    for number in range(acts):
        db.execute("INSERT INTO t (a, b) VALUES (?, 'hand')", (number,))
    seconds = (time.perf_counter() - start) / acts
    db.close()
    os.unlink(path)
    return seconds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--respondents", type=int, default=2500)
    parser.add_argument("--codings", type=int, default=10_000)
    parser.add_argument("--coders", type=int, default=4)
    parser.add_argument("--acts", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", help="a folder on the disk to measure; the system's temporary one where left out")
    parser.add_argument("--program", default=os.path.join(os.path.dirname(__file__), "../.build/release/verbatim"))
    options = parser.parse_args()
    acts = options.acts
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        model, project = os.path.join(folder, "model.verbatim"), os.path.join(folder, "p.verbatim")
        prepare(options.program, model, folder, options)
        chance = random.Random(7)
        line = lambda: f"{chance.choice(CODES)} {(first := chance.randint(1, 5))}-{first + chance.randint(0, 5)}\n"
        moving = "".join(line() + "\n" for _ in range(acts))
        staying = "".join(line() + ("\n" if number % 50 == 49 else "") for number in range(acts))
        passing = "\n" * acts
        kinds = {"none": "", "a coding and the next answer": moving, "a coding": staying, "the next answer alone": passing}
        times = {kind: [] for kind in kinds} | {"floor": []}
        with open(model, "rb") as file:
            content = file.read()
        for _ in range(options.runs):
            times["floor"].append(floor(os.path.join(folder, "floor.db"), acts))
            for kind, text in kinds.items():
                with open(project, "wb") as file:
                    file.write(content)
                seconds, shown = run(options.program, ["coding", "--unseen", "--coder", "mesure", "-p", project], text)
                times[kind].append(seconds)
                if kind == "a coding and the next answer":
                    stored = shown.count("\n  + ") + shown.count("\n  = ")
                    assert stored == acts, (stored, acts)
        opening = statistics.median(times["none"])
        print(f"{options.respondents} respondents, {options.codings} codings by each of {options.coders} coders; medians of {options.runs} runs")
        print(f"opening the project and searching all rules: {opening * 1000:.0f} ms")
        for kind in list(kinds)[1:]:
            print(f"{kind}: {(statistics.median(times[kind]) - opening) / acts * 1000:.2f} ms")
        print(f"floor, one row in SQLite from Python: {statistics.median(times['floor']) * 1000:.2f} ms")


main()
