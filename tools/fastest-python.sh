#!/bin/sh
# Prints the Python (3.11 or newer, with venv and pip) that counts fastest; nothing if there is none.
# Builds without optimisation, as version managers make them by default, run the house at half the speed.
for name in python3 python3.14 python3.13 python3.12 python3.11 python /usr/bin/python3; do
    path=$(command -v "$name") && "$path" -c '
import ensurepip, sys, time, venv

def turn():
    began = time.process_time()
    kept = {}
    for number in range(60000):
        kept[number % 64] = str(number) + str(len(kept))
    return time.process_time() - began

if sys.version_info >= (3, 11):
    print(min(turn() for _ in range(5)), sys.argv[1])
' "$path" 2>/dev/null
done | sort -g | head -n 1 | cut -d " " -f 2-
