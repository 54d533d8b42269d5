# SPDX-License-Identifier: BSD-2-Clause
"""Times the way from labels to roots beside fastremap: in turns, in one run, on results checked equal; prints Markdown.

    roots.py DATA_FOLDER --java 'java … RootBenchmark' [--rounds 7]
"""
import argparse
import os
import shlex
import statistics
import subprocess
import time
import zlib
from importlib.metadata import version

import fastremap
import numpy as np
from cloudvolume import CloudVolume

VOLUME = 'seg_cseg'


def timed(work):
    began = time.perf_counter()
    result = work()
    return (time.perf_counter() - began) * 1e3, result


class Ours:
    def __init__(self, command, address):
        self.process = subprocess.Popen([*command, address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, verb):
        print(verb, file=self.process.stdin, flush=True)
        words = self.process.stdout.readline().split()
        if not words or words[0].startswith('error'):
            raise RuntimeError(f'{verb}: {words or "the process ended"}')
        return int(words[0]) / 1e6, words[1:]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('data')
    p.add_argument('--java', required=True)
    p.add_argument('--rounds', type=int, default=7)
    args = p.parse_args()
    address = f'file://{os.path.abspath(args.data)}/{VOLUME}'
    labels = np.asfortranarray(CloudVolume(address, progress=False)[:, :, :][..., 0])
    ids = fastremap.unique(labels)
    mapping = {int(i): int(i) // 7 + 1 if i else 0 for i in ids}
    ours = Ours(shlex.split(args.java), 'precomputed://' + address)
    expected = zlib.crc32(np.ascontiguousarray(fastremap.remap(labels, mapping).T))
    times = {name: [] for name in ('unique', 'index', 'remap', 'map', 'million', 'server')}
    for _ in range(args.rounds + 1):
        times['unique'].append(timed(lambda: fastremap.unique(labels))[0])
        millis, (count,) = ours.ask('index')
        assert int(count) == len(ids[ids != 0]), f'expected {len(ids)} ids but ours are {count}'
        times['index'].append(millis)
        times['remap'].append(timed(lambda: fastremap.remap(labels, mapping))[0])
        millis, (crc, _) = ours.ask('map')
        assert int(crc) == expected, 'the mapped labels differ'
        times['map'].append(millis)
        millis, (server,) = ours.ask('million')
        times['million'].append(millis)
        times['server'].append(int(server) / 1e6)
    median = {name: statistics.median(all_[1:]) for name, all_ in times.items()}
    print(f'fastremap {version("fastremap")}, numpy {version("numpy")}; medians of {args.rounds} rounds, in turns, on {VOLUME}, '
          f'{labels.shape}, {len(ids)} ids; results checked equal.\n')
    print('| what | fastremap ms | ours ms | times faster |\n|---|--:|--:|--:|')
    for what, theirs, our in (('labels to index image and table (ours: read and decoded from the file, too)', 'unique', 'index'),
                              ('labels to other ids (ours: the table alone, the voxels are shared)', 'remap', 'map')):
        print(f'| {what} | {median[theirs]:.1f} | {median[our]:.3f} | {median[theirs] / median[our]:.1f} |')
    print(f'\n1,000,000 distinct ids sorted, sent, taken in and mapped: {median["million"]:.0f} ms, of which the server on loopback '
          f'computes for {median["server"]:.0f} ms.')


if __name__ == '__main__':
    main()
