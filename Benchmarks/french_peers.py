#!/usr/bin/env python3
"""french_peers.py FILE [MEGABYTES]: times the peers of FrenchSpeed on the start of FILE, a text a line.

    python3 -m venv venv && venv/bin/pip install spacy simplemma

Processor time, one core: spaCy's blank French tokeniser, and simplemma on its tokens.
"""
import sys
import time

size = int(float(sys.argv[2]) * 1e6) if len(sys.argv) > 2 else 3_000_000
with open(sys.argv[1], "rb") as file:
    lines = file.read(size).decode("utf-8", "ignore").splitlines()
volume = sum(len(line.encode()) for line in lines) / 1e6


def report(name, tokens, seconds):
    print(f"{name}\t{tokens} tokens\t{volume / seconds:.2f} MB/s\t{tokens / 1e6 / seconds:.3f} million tokens/s")


import spacy

tokenizer = spacy.blank("fr").tokenizer
start = time.process_time()
texts = [[token.text for token in tokenizer(line)] for line in lines]
report("spaCy blank fr, tokens", sum(map(len, texts)), time.process_time() - start)

import simplemma

simplemma.lemmatize("bonjour", lang="fr")
start = time.process_time()
count = sum(1 for text in texts for token in text if simplemma.lemmatize(token, lang="fr"))
report("simplemma, lemmas of these", count, time.process_time() - start)
