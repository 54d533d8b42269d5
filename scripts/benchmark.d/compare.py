# SPDX-License-Identifier: BSD-2-Clause
"""Times ImageryClient against cloud-volume and tensorstore: same boxes, in turns, in one run; prints a Markdown report.

    compare.py DATA_FOLDER --java 'java … BenchmarkReader' [--rounds 9] [--rows jpeg,cseg] [--sources file,http] [--out FILE]
"""
import argparse
import datetime
import os
import platform
import shlex
import statistics
import subprocess
import sys
from importlib.metadata import version

from rows import ROWS
from server import nginx

HERE = os.path.dirname(os.path.abspath(__file__))
OURS, OURS_IDS = 'ours', 'ours (ids)'
THEIRS = ('cloud-volume', 'tensorstore-c', 'tensorstore')
AS_THEY_COME, ASKED_FOR_F = THEIRS[:2], THEIRS[2]
WARM_READS, WARM_SECONDS, WARM_READS_AT_MOST = 3, 3.0, 60


class WrongVoxels(Exception):
    pass


class Reader:
    """A process that reads on demand. One of the three tools over one base address."""

    def __init__(self, name, command, base):
        self.name = name
        self.process = subprocess.Popen([*command, base], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, *words):
        print(*words, file=self.process.stdin, flush=True)
        reply = self.process.stdout.readline().strip()
        if not reply or reply.startswith('error'):
            raise RuntimeError(f'{self.name}: {" ".join(words)}: {reply or "the process ended"}')
        return reply

    def read_millis(self, target, *how):
        return int(self.ask('read', target, *how)) / 1e6

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Contender:
    """A reader with one way to read: ours reads labels as index image and table, or as ids."""

    def __init__(self, name, reader, how):
        self.name, self.reader, self.how, self.millis = name, reader, how, []

    def checksum(self, row):
        self.reader.ask('open', row.volume)
        return self.reader.ask('check', row.target, *self.how)

    def warm_up(self, row):
        spent, reads = 0.0, 0
        while reads < WARM_READS or (spent < WARM_SECONDS * 1000 and reads < WARM_READS_AT_MOST):
            spent, reads = spent + self.reader.read_millis(row.target, *self.how), reads + 1

    def time(self, row):
        self.millis.append(self.reader.read_millis(row.target, *self.how))

    @property
    def median(self):
        return statistics.median(self.millis)


def contenders_for(row, readers):
    found = [Contender(t, readers[t], ()) for t in THEIRS]
    found.append(Contender(OURS, readers[OURS], ('labels' if row.labels else 'samples',)))
    if row.labels:
        found.append(Contender(OURS_IDS, readers[OURS], ('samples',)))
    return found


def measure(row, readers, rounds):
    """Checks, warms and times all contenders; those that read other voxels than cloud-volume are left out, ours never."""
    contenders = contenders_for(row, readers)
    sums = {c.name: c.checksum(row) for c in contenders}
    wrong = [name for name, s in sums.items() if s != sums['cloud-volume']]
    if any(name in (OURS, OURS_IDS) for name in wrong):
        raise WrongVoxels(f'{row.name}: expected the voxels that cloud-volume reads but they differ: {sums}')
    able = [c for c in contenders if c.name not in wrong]
    for c in able:
        c.warm_up(row)
    for _ in range(rounds):
        for c in able:
            c.time(row)
    return {c.name: c for c in able}


def line(row, source, timed):
    theirs = min(timed[t].median for t in AS_THEY_COME if t in timed)

    def cell(name):
        return f'{timed[name].median:.1f}' if name in timed else '–'

    def ratio(name, of=None):
        return f'{(of or theirs) / timed[name].median:.2f}' if name in timed else ''
    than_f = ratio(OURS, timed[ASKED_FOR_F].median) if ASKED_FOR_F in timed else ''
    speed = row.byte_length / 1e3 / timed[OURS].median
    return (f'| {row.title} | {source} | ' + ' | '.join(map(cell, THEIRS)) + f' | **{cell(OURS)}** | **{ratio(OURS)}** | {than_f} '
            f'| {cell(OURS_IDS) if row.labels else ""} | {ratio(OURS_IDS)} | {speed:.0f} |')


HEAD = ('| what | from | cloud-volume ms | tensorstore ms | (order F) | ours ms | times faster | than order F | ours, as ids ms '
        '| times faster | ours MB/s |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|')

NOTES = '''Medians of {rounds} reads after warm-up, in turns (one read of each, then the next round), nothing cached between reads but by the
operating system; volumes stay open. *times faster* is the faster of cloud-volume and tensorstore, as they come, over ours, so above 1 is faster than both.
*ours* is what the project returns: imagery as planes, labels as an index image and a table of ids (4 bytes a voxel); *as ids*
is labels as 64-bit voxels, which is what the others return. MB/s counts the bytes of the others' result. tensorstore reads in order C
unless asked for F, the order in which chunks are stored, which has columns of its own. All results were checked to hold the same voxels; – marks a reader that
returned others (tensorstore doesn't look for `.gz` files). Each tool uses its own default number of threads.'''


def machine():
    with open('/proc/cpuinfo') as f:
        models = [x.split(':')[1].strip() for x in f if x.startswith('model name')] or [platform.processor()]
    with open('/proc/meminfo') as f:
        gigabytes = int(f.readline().split()[1]) / 2**20
    return f'{os.cpu_count()} × {models[0]}, {gigabytes:.0f} GB, {platform.system()} {platform.release()}'


def report_head(java, rounds):
    jdk = subprocess.run([java[0], '-version'], capture_output=True, text=True, check=True).stderr.splitlines()[1]
    packages = ', '.join(f'{p} {version(p)}' for p in ('cloud-volume', 'tensorstore', 'numpy'))
    nginx_version = subprocess.run(['nginx', '-v'], capture_output=True, text=True).stderr.split('/')[-1].strip()
    return (f'Machine: {machine()}. {jdk}. Python {platform.python_version()}, {packages}, nginx {nginx_version}. '
            f'{datetime.date.today()}.\n\n{NOTES.format(rounds=rounds)}\n\n{HEAD}')


def run(args, say):
    java = shlex.split(args.java)
    folder = os.path.abspath(args.data)
    rows = [r for r in ROWS if not args.rows or r.name in args.rows.split(',')]
    say(report_head(java, args.rounds))
    with nginx(folder) as address:
        for source, base in (('file', f'file://{folder}'), ('http', address)):
            if source not in args.sources.split(','):
                continue
            readers = {t: Reader(t, [sys.executable, f'{HERE}/reader.py', t], base) for t in THEIRS}
            readers[OURS] = Reader(OURS, java, base)
            try:
                for row in rows:
                    say(line(row, source, measure(row, readers, args.rounds)))
            finally:
                for r in readers.values():
                    r.close()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('data')
    p.add_argument('--java', required=True)
    p.add_argument('--rounds', type=int, default=9)
    p.add_argument('--rows', default='')
    p.add_argument('--sources', default='file,http')
    p.add_argument('--out')
    args = p.parse_args()
    lines = []

    def say(text):
        print(text, flush=True)
        lines.append(text)
    try:
        run(args, say)
    except WrongVoxels as e:
        sys.exit(str(e))
    finally:
        if args.out:
            with open(args.out, 'w') as f:
                f.write('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
