# SPDX-License-Identifier: BSD-2-Clause
"""One of the Python readers as a long-lived process that is told what to read, a line at a time.

    reader.py cloud-volume|tensorstore|tensorstore-c BASE_URL

Lines in:  `open VOLUME`, and `read` or `check` VOLUME X0,Y0,Z0 X1,Y1,Z1 (a box [low, high) of voxels).
Lines out: `ok`; the nanoseconds of the read; the crc32 of the voxels' bytes, x fastest, and their number; or `error WHY`.
Only the read itself is timed. The volume is opened before, and nothing is cached between reads.
"""
import sys
import time
import zlib

import numpy as np


def cloud_volume(url):
    from cloudvolume import CloudVolume
    volume = CloudVolume(url, parallel=1, cache=False, lru_bytes=0, progress=False, fill_missing=False)
    return lambda slices: np.asarray(volume[slices])


def tensorstore(order):
    """`order` 'F' is how chunks are stored, and the faster; 'C' is what `read()` gives unless asked."""
    def opener(url):
        import tensorstore as ts
        store = ts.open({'driver': 'neuroglancer_precomputed', 'kvstore': url + '/',
                         'context': {'cache_pool': {'total_bytes_limit': 0}}}, read=True).result()
        return lambda slices: store[slices].read(order=order).result()
    return opener


TOOLS = {'cloud-volume': cloud_volume, 'tensorstore': tensorstore('F'), 'tensorstore-c': tensorstore('C')}


def slices_of(low, high):
    return tuple(slice(int(a), int(b)) for a, b in zip(low.split(','), high.split(',')))


def answer(words, readers, opener, base):
    verb, volume = words[:2]
    if verb == 'open':
        readers[volume] = opener(f'{base}/{volume}')
        return 'ok'
    read, slices = readers[volume], slices_of(*words[2:4])
    began = time.perf_counter_ns()
    voxels = read(slices)
    nanos = time.perf_counter_ns() - began
    if verb == 'read':
        return str(nanos)
    x_fastest = np.ascontiguousarray(voxels[..., 0].T)
    return f'{zlib.crc32(x_fastest)} {x_fastest.nbytes}'


def main(tool, base):
    out, sys.stdout = sys.stdout, sys.stderr
    readers = {}
    for line in sys.stdin:
        try:
            reply = answer(line.split(), readers, TOOLS[tool], base)
        except Exception as e:
            reply = 'error ' + ' '.join(f'{type(e).__name__}: {e}'.split())[:300]
        print(reply, file=out, flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
