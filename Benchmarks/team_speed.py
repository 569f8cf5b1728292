#!/usr/bin/env python3
"""Measures what a team does on a large study, as whole processes: agreement with its intervals, merging, one coding.

    python3 Benchmarks/team_speed.py [--verbatim .build/release/verbatim] [--runs 5]

Makes a survey of 2,500 respondents and three questions, and four coders with 10,000 codings each on common answers,
imports them, and runs each command several times; prints the median of the wall and of the processor's time.
It needs Python 3.9 and the release build, and nothing else.
"""
import argparse
import csv
import os
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

WORDS = ("on perd le lien avec les familles et les outils prennent du temps je remplis des tableaux chaque soir "
         "les personnes ne savent pas faire leurs démarches en ligne il manque des moyens et des formations").split()
CODES = 25


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def generate(folder, respondents, coders, codings, draw):
    texts = {}
    rows = []
    for r in range(respondents):
        row = ["R%04d" % r, draw.choice(["rural", "ville", "métropole"])]
        for q in ("q1", "q2", "q3"):
            text = " ".join(draw.choice(WORDS) for _ in range(draw.randint(8, 40))).capitalize() + "."
            texts["R%04d" % r, q] = text
            row.append(text)
        rows.append(row)
    write(folder / "survey.csv", ["id", "territoire", "q1", "q2", "q3"], rows)
    answers = sorted(texts)
    # What there is to code: the coders find most of it, each with ends of their own.
    truth = []
    for _ in range(codings * 5 // 4):
        answer = draw.choice(answers)
        start = draw.randrange(0, max(1, len(texts[answer]) - 12))
        truth.append((answer, draw.randrange(CODES), start, min(len(texts[answer]), start + draw.randint(8, 60))))
    for coder in coders:
        lines = set()
        while len(lines) < codings:
            (respondent, question), code, start, end = draw.choice(truth)
            length = len(texts[respondent, question])
            start = max(0, start + draw.choice([0, 0, 0, -3, 4]))
            end = max(start + 1, min(length, end + draw.choice([0, 0, 0, -4, 5])))
            if end <= length:
                lines.add((respondent, question, "code %02d" % code, start, end, coder))
        write(folder / ("codings-%s.csv" % coder), ["respondent", "question", "code", "start", "end", "coder"],
              sorted(lines))
        write(folder / ("seen-%s.csv" % coder), ["respondent", "question", "coder"], [(*a, coder) for a in answers])


def measured(command, folder, runs, before=lambda: None):
    walls, processors = [], []
    for _ in range(runs):
        before()
        times = os.times()
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        walls.append(time.perf_counter() - start)
        after = os.times()
        processors.append(after.children_user + after.children_system - times.children_user - times.children_system)
    return statistics.median(walls), statistics.median(processors)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--verbatim", default=".build/release/verbatim")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--respondents", type=int, default=2500)
    parser.add_argument("--codings", type=int, default=10000)
    options = parser.parse_args()
    program = str(Path(options.verbatim).resolve())
    coders = ["alice", "bruno", "chloé", "dora"]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        generate(folder, options.respondents, coders, options.codings, random.Random(1))

        def verbatim(*arguments):
            subprocess.run([program, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)

        verbatim("import", "survey.csv", "-p", "base.verbatim")
        # Two copies: alice and bruno worked on one, chloé, dora and, differently, alice on the other.
        for coder in coders:
            verbatim("import", "codings-%s.csv" % coder, "--as", "codings", "--create-codes", "-p", "base.verbatim")
            verbatim("import", "seen-%s.csv" % coder, "--as", "seen", "-p", "base.verbatim")
        verbatim("import", "survey.csv", "-p", "left.verbatim")
        verbatim("import", "codings-alice.csv", "--as", "codings", "--create-codes", "-p", "left.verbatim")
        verbatim("import", "codings-bruno.csv", "--as", "codings", "--create-codes", "-p", "left.verbatim")
        shutil.copy(folder / "base.verbatim", folder / "same.verbatim")

        def row(name, command, before=lambda: None):
            wall, processor = measured([program, *command], folder, options.runs, before)
            print("%-58s %6.2f s  %6.2f s" % (name, wall, processor), flush=True)

        print("%-58s %8s  %8s" % ("", "wall", "processor"))
        agreement = ["agreement", "--coders", ",".join(coders), "--format", "json", "-p", "base.verbatim"]
        row("agreement of 4 coders, 1,000 resamples, answers", agreement)
        row("agreement of 2 coders, 1,000 resamples, answers",
            ["agreement", "--coders", "alice,bruno", "--format", "json", "-p", "base.verbatim"])
        row("agreement of 4 coders, 1,000 resamples, characters", agreement + ["--unit", "character"])
        row("agreement of 4 coders, 1,000 resamples, tokens", agreement + ["--unit", "token"])
        row("disagreements of 2 coders",
            ["disagreements", "--coders", "alice,bruno", "--format", "csv", "-o", "d.csv", "-p", "base.verbatim"])
        fresh = lambda: shutil.copy(folder / "left.verbatim", folder / "target.verbatim")
        row("merge: 2 x 10,000 codings into 2 x 10,000 others",
            ["merge", "base.verbatim", "-p", "target.verbatim", "--format", "json"], fresh)
        fresh_same = lambda: shutil.copy(folder / "base.verbatim", folder / "target.verbatim")
        row("merge: nothing new, 4 x 10,000 codings on either side",
            ["merge", "same.verbatim", "-p", "target.verbatim", "--format", "json"], fresh_same)
        row("merge --dry-run: the same",
            ["merge", "same.verbatim", "-p", "base.verbatim", "--dry-run", "--format", "json"])
        row("one coding, with its durable write",
            ["code", "code 01", "R0001/q1", "--range", "0-5", "--coder", "eve", "-p", "target.verbatim"], fresh_same)


main()
