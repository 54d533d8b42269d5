# SPDX-License-Identifier: BSD-2-Clause
"""What is read: one row is a volume that make_bench_data.py wrote, and a box of its voxels."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A box [low, high) of a volume, in voxels x, y, z."""
    name: str
    title: str
    volume: str
    low: tuple
    high: tuple
    labels: bool = False

    @property
    def target(self):
        return f"{self.volume} {','.join(map(str, self.low))} {','.join(map(str, self.high))}"

    @property
    def byte_length(self):
        x, y, z = (b - a for a, b in zip(self.low, self.high))
        return x * y * z * (8 if self.labels else 1)


BLOCK = ((0, 0, 0), (512, 512, 64))
CUBE = ((0, 0, 0), (512, 512, 512))

ROWS = (
    Row('jpeg', 'jpeg, chunks 128² × 16, 512² × 64', 'em_jpeg', *BLOCK),
    Row('jpeg_c64', 'jpeg, chunks 64² × 16, 512² × 64', 'em_jpeg_c64', *BLOCK),
    Row('jpeg_slab', 'jpeg, chunks 1024² × 16, 512² × 64', 'em_jpeg_slab', *BLOCK),
    Row('raw', 'raw, 512² × 64', 'em_raw', *BLOCK),
    Row('raw_gz', 'raw gzip, 512² × 64', 'em_raw_gz', *BLOCK),
    Row('cseg', 'compressed_segmentation, 512³', 'seg_cseg', *CUBE, labels=True),
    Row('cseg_gz', 'compressed_segmentation gzip, 512³', 'seg_cseg_gz', *CUBE, labels=True),
    Row('cseg_box', 'compressed_segmentation, 256² × 64 across chunks', 'seg_cseg',
        (100, 100, 100), (356, 356, 164), labels=True),
    Row('slice', 'jpeg, one 256² slice across chunks', 'em_jpeg', (300, 300, 20), (556, 556, 21)),
)
