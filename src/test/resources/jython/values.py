# SPDX-License-Identifier: BSD-2-Clause

"""What imageryclient.py takes and gives, in many forms. Runs after arguments.py, with its names."""

import array
import collections

from jarray import array as java_array

from java.math import BigInteger
from java.util import ArrayList, Date

from net.imglib2 import RandomAccessibleInterval
from org.imageryclient import AccessDenied
from org.imageryclient.cutout import ImageCutout

BIG = 2 ** 64 - 1
SMALL = [[1100, 2100, 110], [1104, 2103, 112]]


def big(**args):
    return ic.ImageryClient(segmentation_source=volume("seg_big63"), **args)


def big_bounds():
    lower = big().segmentation_cv.scale(0).grid().bounds().min().toArray()
    return [list(lower), [c + n for c, n in zip(lower, (64, 64, 2))]]


def fact_properties_of_a_client():
    made = client(image_mip=1)
    same((made.resolution, made.image_mip, made.segmentation_mip, made.timestamp, made.token), ([8, 8, 40], 1, 0, "now", None))
    same((made.image_cv.mipCount(), made.segmentation_cv.isSegmentation()), (5, True))
    same((client(imagery=False).image_cv, client(segmentation=False).segmentation_cv), (None, None))


def fact_bounds_in_every_form():
    expected = client().image_cutout(SMALL).tolist()
    for bounds in (tuple(map(tuple, SMALL)), [array.array("d", p) for p in SMALL],
                   ArrayList([java_array(p, "l") for p in SMALL]),
                   [[1100.0, 2100L, 110], [1104, 2103, 112]]):
        same(client().image_cutout(bounds).tolist(), expected)


def fact_bounds_that_are_none():
    for bounds in (None, "1100", [1, 2], [[1, 2, 3]] * 3, 5, [["a", 2, 3], [4, 5, 6]]):
        raises(ValueError, client().image_cutout, bounds)


def fact_mips_in_every_form():
    for mip in (1, 1L, [8, 8, 40], (8.0, 8, 40), array.array("d", [8, 8, 40]), -4):
        same(client().image_cutout(BOX, mip=mip).shape, HALF)


def fact_times_in_every_form():
    class Zone(datetime.tzinfo):
        def utcoffset(self, time):
            return datetime.timedelta(hours=2)

        def dst(self, time):
            return None

    for time in (1612137600, 1612137600L, 1612137600.0, "1612137600", "2021-02-01", "2021-02-01T02:00:00+02:00",
                 datetime.datetime(2021, 2, 1), datetime.datetime(2021, 2, 1, 2, tzinfo=Zone()),
                 datetime.date(2021, 2, 1), Date(1612137600000), Date(1612137600000).toInstant()):
        same(client(timestamp=time).timestamp, datetime.datetime(2021, 2, 1))
    same(client(timestamp=1612137600.25).timestamp, datetime.datetime(2021, 2, 1, 0, 0, 0, 250000))
    same(client(timestamp=client(timestamp="2021-02-01").timestamp).timestamp, datetime.datetime(2021, 2, 1))
    for time in ("yesterday", 1612137600000, -1):
        raises(ValueError, client, timestamp=time)


def fact_ids_in_every_form():
    for ids in ([ROOT], (ROOT,), set([ROOT]), ROOT, str(ROOT), [str(ROOT)], iter([ROOT]), [BigInteger(str(ROOT))],
                java_array([ROOT], "l"), [u" %d " % ROOT]):
        same(client().split_segmentation_cutout(BOX, root_ids=ids).keys(), [ROOT])
    for ids in ([-1], [float(ROOT)], ["x"], "some", [2 ** 64]):
        raises(ValueError, client().split_segmentation_cutout, BOX, root_ids=ids)


def fact_ids_above_2_63_survive():
    box = big_bounds()
    ids = big().split_segmentation_cutout(box).keys()
    assert BIG in ids and ids == sorted(ids), ids
    for root in (BIG, str(BIG), BigInteger(str(BIG))):
        labels = big().segmentation_cutout(box, root_ids=[root], convert_to_int64=False)
        same(distinct(labels), [0, BIG])
    masks = big().split_segmentation_cutout(box, root_ids=[BIG])
    same((masks.keys(), BIG in masks, masks[BIG].max(), masks[str(BIG)].max()), ([BIG], True, 1, 1))
    same(ic.discrete_colors(masks).keys(), [BIG])
    files = big().save_segmentation_masks(FOLDER + "/a", precomputed_masks={BIG: masks[BIG]},
                                          segmentation_colormap={BIG: RED})
    assert ("root_id_%d.png" % BIG) in files[0], files
    drawn = ic.composite_overlay({BIG: masks[BIG][:, :, 0]}, colors={BIG: (1, 0, 0)}, alpha=1)
    assert (255, 0, 0, 255) in shades(drawn)


def fact_ids_that_do_not_fit_int64_warn_and_stay():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        labels = big().segmentation_cutout(big_bounds())
    same((labels.dtype, labels.max() > 2 ** 63, len(caught)), ("uint64", True, 1))
    assert "do not fit int64" in str(caught[0].message)


def fact_arrays_have_the_face_of_numpys():
    image = client().image_cutout(BOX)
    same((image.shape, image.ndim, image.size, image.dtype, len(image)), (FULL, 3, 48 * 40 * 3, "uint8", 48))
    same(image[5, 6, 1], image.cutout.pixels().getAt(java_array([5, 6, 1, 0], "l")).get())
    same((image[-1, -1, -1], image[5, 6][1], image[5][6, 1]), (image[47, 39, 2], image[5, 6, 1], image[5, 6, 1]))
    part = image[10:12, :, 1]
    same((part.shape, part[1, 3], part.tolist()[1][3]), ((2, 40), image[11, 3, 1], image[11, 3, 1]))
    same((image.min(), image.max()), (min(image._all()), max(image._all())))
    same([row.shape for row in part], [(40,), (40,)])
    for key in ((48, 0, 0), (0, 0, 0, 0), (slice(0, 9, 2),), (slice(5, 5),)):
        raises(IndexError, image.__getitem__, key)


def fact_arrays_of_colour_have_a_fourth_axis():
    color = ic.ImageryClient(image_source=volume("rgb_raw"), resolution="image")
    lower = color.image_cv.scale(0).grid().bounds().min().toArray()
    same(color.image_cutout(list(lower), bbox_size=(4, 3, 2)).shape, (4, 3, 2, 3))


def fact_java_sees_the_cutouts():
    pair = client().image_and_segmentation_cutout(SMALL, split_segmentations=True)
    same(ImageCutout.size(pair[0]).toString(), pair.cutout.image().size().toString())
    same(RandomAccessibleInterval.numDimensions(pair[0]), 3)
    same(pair.cutout.masks().size(), len(pair[1]))


def fact_masks_are_a_dictionary():
    masks = client().split_segmentation_cutout(BOX)
    assert isinstance(masks, collections.Mapping)
    same(sorted(masks), masks.keys())
    same([i for i, m in masks.items()], masks.keys())
    same((masks[ROOT].dtype, distinct(masks[ROOT]), masks[ROOT].shape), ("uint8", [0, 1], FULL))
    same((masks.get(5), 5 in masks), (None, False))
    raises(KeyError, masks.__getitem__, 5)


def fact_pictures_are_saved_whole_and_under_their_name():
    picture = figure()
    picture.save(FOLDER + "/a.png", compress_level=1)
    same([p & 0xffffffff for p in pixels(FOLDER + "/a.png")],
         [a << 24 | r << 16 | g << 8 | b for y in range(45)
          for r, g, b, a in [picture.getpixel((x, y)) for x in range(50)]])
    with open(FOLDER + "/a.png.manifest.json") as manifest:
        assert str(ROOT) in manifest.read()
    same((picture.mode, picture.size, ic.stack_images([picture]).mode), ("RGBA", (50, 45), "RGB"))
    assert ".png" in raises(ValueError, picture.save, FOLDER + "/a.jpg")
    raises(IndexError, picture.getpixel, (50, 0))


def fact_a_composite_of_one_slice_along_any_axis_is_one_picture():
    for box, size in (([[1100, 2100, 110], [1101, 2140, 113]], (40, 3)), ([[1100, 2100, 110], [1148, 2101, 113]], (48, 3))):
        same(ic.composite_overlay(client().split_segmentation_cutout(box, resolution=[4, 4, 40])).size, size)


def fact_errors_are_caught_as_python_catches():
    for kind in (ValueError, ic.ArgumentError, Exception):
        raises(kind, client().image_cutout, [1, 2, 3])
    try:
        ic.ImageryClient(client=ic.CAVEclient("golden_noperm", BASE, TOKEN))
    except ic.CutoutError as e:
        assert isinstance(e.cause, AccessDenied) and TOKEN not in unicode(e) + str(e)
    else:
        raise AssertionError("Expected no permission.")


def fact_a_side_that_is_off_gives_nothing():
    same(client(imagery=False).image_cutout(BOX).size, 0)
    same(client(segmentation=False).segmentation_cutout(BOX).size, 0)
    assert "segmentation" in raises(ValueError, client(segmentation=False).image_and_segmentation_cutout, BOX)


def fact_levels_that_contradict_each_other_are_refused():
    assert "compression=3" in raises(ValueError, client().save_imagery, FOLDER + "/a", BOX, compress_level=1, compression=3)


def fact_a_misspelt_argument_is_a_type_error():
    raises(TypeError, client().image_cutout, BOX, mipp=1)


def facts():
    return sorted(n for n in globals() if n.startswith("fact_"))
