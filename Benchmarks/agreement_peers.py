#!/usr/bin/env python3
"""Compares Verbatim's measures of agreement with those of the PyPI packages krippendorff and scikit-learn.

    python3 -m venv venv; venv/bin/pip install krippendorff scikit-learn
    venv/bin/python Benchmarks/agreement_peers.py [--verbatim .build/release/verbatim] [--tables 1000]

Each table is a code given, or not, by two to five coders to some answers, at random: shares from rare to frequent,
coders who follow each other more or less, coders who have not gone through all answers. The tables go into projects
through the program's own files (import, import --as codings, import --as seen) and come back from `agreement --format
json`; Cohen's kappa and Krippendorff's alpha must equal the packages' to 12 decimals, and be undefined where they are.
"""
import argparse
import csv
import json
import math
import random
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--verbatim", default=".build/release/verbatim")
    parser.add_argument("--tables", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    program = str(Path(options.verbatim).resolve())
    draw = random.Random(options.seed)
    compared = {"kappa": 0, "alpha": 0, "undefined": 0}
    worst = {"kappa": 0.0, "alpha": 0.0}
    wrong = 0
    tables = 0
    while tables < options.tables:
        coders = ["c%d" % i for i in range(draw.choice([2, 2, 2, 3, 4, 5]))]
        answers = draw.randint(3, 60)
        codes = min(50, options.tables - tables)
        tables += codes
        missing = draw.choice([0.0, 0.0, 0.1, 0.4])
        seen = {(a, c): draw.random() >= missing for a in range(answers) for c in coders}
        given = {}
        for k in range(codes):
            share, follow = draw.choice([0.02, 0.1, 0.3, 0.5, 0.9]), draw.random()
            for a in range(answers):
                truth = draw.random() < share
                for c in coders:
                    if seen[a, c]:
                        given[a, c, k] = truth if draw.random() < follow else draw.random() < share
        used = sorted({k for (a, c, k), yes in given.items() if yes})
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            write(folder / "survey.csv", ["id", "q1"], [["R%d" % a, "Une réponse."] for a in range(answers)])
            write(folder / "codings.csv", ["respondent", "question", "code", "coder"],
                  [["R%d" % a, "q1", "k%d" % k, c] for (a, c, k), yes in given.items() if yes])
            write(folder / "seen.csv", ["respondent", "question", "coder"],
                  [["R%d" % a, "q1", c] for (a, c), yes in seen.items() if yes])
            run = lambda *arguments: subprocess.run(
                [program, *arguments, "-p", "p.verbatim"], cwd=folder, capture_output=True, text=True)
            run("import", "survey.csv", "--respondent", "id", "--answers", "q1").check_returncode()
            run("import", "codings.csv", "--as", "codings", "--create-codes").check_returncode()
            run("import", "seen.csv", "--as", "seen").check_returncode()
            run_result = run("agreement", "--coders", ",".join(coders), "--bootstrap", "0", "--format", "json")
            if run_result.returncode != 0:
                print(run_result.stderr, file=sys.stderr)
                # Fewer than two coders saw any answer: there is nothing to compare.
                continue
            rows = {row["code"]: row for row in json.loads(run_result.stdout) if row["level"] == "code"}
        for k in used:
            ratings = np.array([[float(given[a, c, k]) if seen[a, c] else np.nan for a in range(answers)]
                                for c in coders])
            pairable = (~np.isnan(ratings)).sum(axis=0) >= 2
            if "k%d" % k not in rows:
                # Given only where nobody else looked.
                continue
            row = rows["k%d" % k]
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                values = ratings[:, pairable]
                constant = len(set(values[~np.isnan(values)])) < 2
                expected = {"alpha": None if constant else krippendorff.alpha(
                    reliability_data=ratings, level_of_measurement="nominal", value_domain=[0.0, 1.0])}
                if len(coders) == 2:
                    value = None if constant else cohen_kappa_score(values[0], values[1], labels=[0.0, 1.0])
                    expected["kappa"] = None if value is None or math.isnan(value) else value
            for measure, value in expected.items():
                ours = row[{"alpha": "krippendorff_alpha", "kappa": "cohen_kappa"}[measure]]
                compared[measure] += 1
                if value is None or ours is None:
                    compared["undefined"] += 1
                    if value is not None or ours is not None:
                        wrong += 1
                        print("undefined differs:", measure, value, ours, row, file=sys.stderr)
                    continue
                worst[measure] = max(worst[measure], abs(value - ours))
                if abs(value - ours) > 1e-12:
                    wrong += 1
                    print("differs:", measure, value, ours, file=sys.stderr)
    print("tables %d; compared: alpha %d, kappa %d, of these undefined in both %d" % (
        tables, compared["alpha"], compared["kappa"], compared["undefined"]))
    print("largest difference: alpha %.1e, kappa %.1e; wrong: %d" % (worst["alpha"], worst["kappa"], wrong))
    sys.exit(1 if wrong else 0)


main()
