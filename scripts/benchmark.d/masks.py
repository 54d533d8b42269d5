# SPDX-License-Identifier: BSD-2-Clause
"""Times masks beside ImageryClient for Python: in turns, in one run, on results checked equal; prints Markdown.

    masks.py SAMPLE_FOLDER OUTPUT_FOLDER --java 'java … MaskBenchmark' [--rounds 5]
"""
import argparse
import gc
import os
import shlex
import shutil
import statistics
import subprocess
import time
import zlib
from importlib.metadata import version

import imageio.v3
import numpy as np
from imageryclient import ImageryClient
from imageryclient.utils import segmentation_masks

SPLIT = [[20300, 12300, 300], [20812, 12812, 320]]
SAVED = [[20300, 12300, 300], [20556, 12556, 320]]
SAVED_ROOTS = 50
WARM_UP = 20


def timed(work):
    began = time.perf_counter()
    result = work()
    return (time.perf_counter() - began) * 1e3, result


def color(root):
    """Of a mask, the same in MaskBenchmark: see-through, and different for each root."""
    return [root % 256, root // 256 % 256, root // 65536 % 256, 128]


class Ours:
    def __init__(self, command, address):
        self.process = subprocess.Popen([*command, address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, *words):
        print(*words, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline().split()
        if not answer or answer[0].startswith('error'):
            raise RuntimeError(f'{words}: {answer or "the process ended"}')
        return answer


def check_masks(masks, ours):
    theirs = [f'{root}:{mask.sum()}:{zlib.crc32(np.asfortranarray(mask.astype(np.uint8)).tobytes(order="F"))}'
              for root, mask in masks.items()]
    assert theirs == ours.ask('masks', *box(SPLIT)), 'the masks differ'
    return len(theirs)


def box(bounds):
    return [','.join(map(str, corner)) for corner in bounds]


def split(client, ours, rounds):
    labels = client.segmentation_cutout(SPLIT)
    times = {'theirs': [], 'ours': []}
    held = allocated = 0

    def theirs():
        masks = segmentation_masks(labels)
        return masks, {root: mask.sum() for root, mask in masks.items()}

    ours.ask('read', *box(SPLIT))
    for _ in range(WARM_UP):
        ours.ask('split')
    for n in range(rounds + 1):
        millis, (masks, _) = timed(theirs)
        times['theirs'].append(millis)
        if n == 0:
            count = check_masks(masks, ours)
        held = sum(mask.nbytes for mask in masks.values())
        del masks
        gc.collect()
        nanos, allocated, found = ours.ask('split')
        assert int(found) == count
        times['ours'].append(int(nanos) / 1e6)
    return f'from a cutout to the voxel count of each of {count} masks, 512² × 20', times, held, int(allocated)


def save(client, ours, rounds, folder):
    bounds = SAVED
    all_masks = client.split_segmentation_cutout(bounds)
    roots = sorted(all_masks, key=lambda root: all_masks[root].sum(), reverse=True)[:SAVED_ROOTS]
    masks = {root: all_masks[root] for root in sorted(roots)}
    colors = {root: color(int(root)) for root in masks}
    times = {'theirs': [], 'ours': []}
    ours.ask('choose', *box(bounds), *masks)
    os.makedirs(os.path.join(folder, 'ours'), exist_ok=True)
    for _ in range(WARM_UP):
        ours.ask('save', os.path.join(folder, 'ours', 'fig'))
    for n in range(rounds + 1):
        for name in times:
            shutil.rmtree(os.path.join(folder, name), ignore_errors=True)
            os.makedirs(os.path.join(folder, name))
        times['theirs'].append(timed(lambda: client.save_segmentation_masks(
            os.path.join(folder, 'theirs', 'fig'), precomputed_masks=masks, segmentation_colormap=colors))[0])
        nanos, files = ours.ask('save', os.path.join(folder, 'ours', 'fig'))
        times['ours'].append(int(nanos) / 1e6)
        if n == 0:
            check_pictures(folder, int(files))
    sizes = {name: sum(e.stat().st_size for e in os.scandir(os.path.join(folder, name)) if e.name.endswith('.png')) for name in times}
    return f'{files} coloured masks of 256² saved as PNG', times, sizes


def check_pictures(folder, count):
    theirs = sorted(os.listdir(os.path.join(folder, 'theirs')))
    ours = sorted(name for name in os.listdir(os.path.join(folder, 'ours')) if name.endswith('.png'))
    assert theirs == ours and len(ours) == count == 1000, f'{len(theirs)} files and {len(ours)}, of which {count} are said'
    for name in theirs:
        a, b = (imageio.v3.imread(os.path.join(folder, side, name), mode='RGBA') for side in ('theirs', 'ours'))
        assert a.shape == b.shape and (a == b).all(), f'{name} differs'


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('sample')
    p.add_argument('folder')
    p.add_argument('--java', required=True)
    p.add_argument('--rounds', type=int, default=5)
    args = p.parse_args()
    source = {side: f'precomputed://file://{os.path.abspath(args.sample)}/{side}' for side in ('em', 'seg')}
    client = ImageryClient(image_source=source['em'], segmentation_source=source['seg'])
    ours = Ours(shlex.split(args.java), source['seg'])
    what, times, held, allocated = split(client, ours, args.rounds)
    median = {name: statistics.median(all_[1:]) for name, all_ in times.items()}
    rows = [(what, median)]
    memory = f'{held / 1e6:,.0f} MB of masks, ours allocates {allocated / 1e3:,.0f} kB beyond the label image: {held / allocated:,.0f} times less'
    what, times, sizes = save(client, ours, args.rounds, args.folder)
    rows.append((what, {name: statistics.median(all_[1:]) for name, all_ in times.items()}))
    print(f'imageryclient {version("imageryclient")}, numpy {version("numpy")}; medians of {args.rounds} rounds after one to warm up (ours after {WARM_UP} '
          'more: Java compiles while it runs), in turns, on the sample volume; results checked equal.\n')
    print('| what | ImageryClient ms | ours ms | times faster |\n|---|--:|--:|--:|')
    for what, median in rows:
        print(f'| {what} | {median["theirs"]:,.1f} | {median["ours"]:,.2f} | {median["theirs"] / median["ours"]:,.1f} |')
    print(f'\nThe reference then holds {memory}. Its 1,000 pictures take {sizes["theirs"]:,} bytes, ours {sizes["ours"]:,}.')


if __name__ == '__main__':
    main()
