# SPDX-License-Identifier: BSD-2-Clause

"""One test for each argument of imageryclient.py, named method__argument: it fails if the argument is ignored.

JythonArgumentsTest runs each, and runs each again with its argument ignored: then it must fail. It sets DATA, the address of
the golden volumes, BASE, that of the stand-in for a CAVE server, and before each test FOLDER, an empty one.
"""

import datetime
import functools
import inspect
import sys
import warnings
from StringIO import StringIO

from java.io import File
from javax.imageio import ImageIO

import imageryclient as ic

TOKEN = "5f0e1d2c3b4a59687786958493a2b1c0"
ROOT, OTHER = 864691135575303739, 864691135613220319
RED = (255, 0, 0)

# In voxels of the imagery, which are half as wide as those of the segmentation.
BOX = [[1100, 2100, 110], [1148, 2140, 113]]
FULL, HALF = (48, 40, 3), (24, 20, 3)
CENTRE = [1124, 2120, 111]
FIGURE = [[1100, 2100, 110], [1150, 2145, 111]]


def volume(name):
    return "precomputed://%s/%s" % (DATA, name)


def client(**args):
    return ic.ImageryClient(image_source=volume("em"), segmentation_source=volume("seg"), **args)


def graph(**args):
    return ic.ImageryClient(image_source="precomputed://%s/data/em" % BASE, auth_token=TOKEN,
                            segmentation_source="graphene://%s/segmentation/table/golden_v1" % BASE, **args)


def raises(kind, function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except kind as e:
        return unicode(e)
    raise AssertionError("Expected %s but nothing was raised." % kind.__name__)


def same(found, expected):
    if found != expected:
        raise AssertionError("Expected %r but was %r." % (expected, found))


def different(one, other):
    if one == other:
        raise AssertionError("Expected two results but both were %r." % (one,))


# -- what the methods have in common: each is called by name, and its result measured the same way --

IMAGE = ("image_cutout", "save_imagery")
LABELS = ("segmentation_cutout", "split_segmentation_cutout", "save_segmentation_masks")
BOTH = ("image_and_segmentation_cutout", "save_image_and_segmentation_masks")


def call(method, of=None, **args):
    if method.startswith("save"):
        args.setdefault("filename_prefix", FOLDER + "/fig")
    if method in LABELS + BOTH and method.startswith("s"):
        args.setdefault("root_ids", [ROOT])
    return getattr(of or client(), method)(**args)


def shape(method, **args):
    """The number of voxels along x, y and z of what a call gives, or saves."""
    made = call(method, **args)
    if method.startswith("save"):
        files = [f for f in made if "imagery" in f or method == LABELS[2]]
        picture = ImageIO.read(File(files[0]))
        return (picture.getWidth(), picture.getHeight(), len(files))
    if method in BOTH:
        made = made[0]
    return made.values()[0].shape if isinstance(made, ic.Masks) else made.shape


def content(method, **args):
    """All values of what a call gives, or saves."""
    made = call(method, **args)
    if method.startswith("save"):
        return [(f[len(FOLDER):], pixels(f)) for f in made]
    parts = made if isinstance(made, tuple) else [made]
    return [sorted((i, m.tolist()) for i, m in p.items()) if isinstance(p, ic.Masks) else p.tolist() for p in parts]


def gray(path, x, y):
    return ImageIO.read(File(path)).getRaster().getSample(x, y, 0)


def pixels(path):
    picture = ImageIO.read(File(path))
    return list(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), None, 0, picture.getWidth()))


def mip(method, index):
    if method in BOTH:
        return {"image_mip": index, "segmentation_mip": index - 1}
    return {"mip": index if method in IMAGE else index - 1}


def frame(method, factor):
    """The coordinates of BOX in a frame whose voxels are factor times those of the imagery."""
    return {"bounds": [[c / factor for c in BOX[0][:2]] + [110], [c / factor for c in BOX[1][:2]] + [113]],
            "resolution": [4 * factor, 4 * factor, 40]}


def check_bounds(method):
    same(shape(method, bounds=BOX, **mip(method, 1)), HALF)


def check_bbox_size(method):
    same(shape(method, bounds=CENTRE, bbox_size=(16, 8, 2), **mip(method, 1)), (8, 4, 2))


def check_image_size(method):
    same(shape(method, bounds=CENTRE, image_size=(10, 7), **mip(method, 1)), (10, 7, 1))


def check_mip(method):
    same(shape(method, bounds=BOX, mip=1), HALF if method in IMAGE else (12, 10, 3))


def check_image_mip(method):
    same(shape(method, bounds=BOX, image_mip=2, segmentation_mip=1), (12, 10, 3))


def check_segmentation_mip(method):
    fine = content(method, bounds=BOX, image_mip=0, segmentation_mip=0)
    different(content(method, bounds=BOX, image_mip=0, segmentation_mip=2), fine)


def check_resolution(method):
    same(shape(method, **dict(frame(method, 2), **mip(method, 1))), HALF)


def check_scale_to_bounds(method):
    same(shape(method, bounds=BOX, scale_to_bounds=True, **mip(method, 1)), FULL)
    same(shape(method, bounds=BOX, scale_to_bounds=False, **mip(method, 1)), HALF)


def check_resample(method):
    args = dict(mip(method, 3), bounds=BOX, scale_to_bounds=True)
    different(content(method, resample="imageryclient", **args), content(method, resample="aligned", **args))
    assert "'aligned', 'imageryclient'" in raises(ValueError, call, method, resample="other", **args)


def check_fit(method):
    args = dict(mip(method, 1), bounds=BOX)
    same(shape(method, fit="bounds", **args), FULL)
    same(shape(method, fit="native", **args), HALF)
    same(shape(method, fit="native", scale_to_bounds=True, **args), FULL)


def check_strict(method):
    empty = ic.ImageryClient(image_source=empty_volume("em"), segmentation_source=empty_volume("seg"))
    call(method, of=empty, bounds=BOX)
    assert "absent" in raises(ic.CutoutError, call, method, of=empty, bounds=BOX, strict=True)


def empty_volume(name):
    """A volume of which every chunk is absent."""
    folder = FOLDER + "/" + name
    File(folder).mkdir()
    with open(DATA[len("file://"):] + "/" + name + "/info") as source:
        with open(folder + "/info", "w") as target:
            target.write(source.read())
    return folder


def check_timestamp(method):
    args = {"of": graph(), "bounds": [[1100, 2100, 110], [1240, 2240, 111]], "root_ids": "all"}
    different(found_ids(call(method, timestamp=1605000000, **args)),
              found_ids(call(method, timestamp=datetime.datetime(2022, 8, 1), **args)))


def found_ids(made):
    """Of a segmentation, of a pair, of masks, or in the names of files."""
    made = made[1] if isinstance(made, tuple) else made
    return distinct(made) if isinstance(made, ic.Array) else sorted(made)


def check_root_ids(method):
    if method in ("segmentation_cutout", "image_and_segmentation_cutout"):
        for ids, expected in (([ROOT], [0, ROOT]), ((str(OTHER),), [0, OTHER]), (OTHER, [0, OTHER]), ([], [0])):
            made = call(method, bounds=BOX, root_ids=ids)
            same(distinct(made if method == "segmentation_cutout" else made[1]), expected)
    elif method == "split_segmentation_cutout":
        same(call(method, bounds=BOX, root_ids=set([ROOT, OTHER])).keys(), [ROOT, OTHER])
        same(call(method, bounds=BOX, root_ids=[ROOT, 5]).absent(), [5])
    else:
        made = call(method, bounds=BOX, root_ids=[OTHER])
        assert not [f for f in made if "imagery" not in f and str(OTHER) not in f], made


def distinct(array):
    return sorted(set(array._all()))


def check_include_null_root(method):
    args = {"bounds": BOX, "include_null_root": True, "root_ids": [ROOT]}
    if method in BOTH[:1]:
        args["split_segmentations"] = True
    made = call(method, **args)
    if method.startswith("save"):
        assert [f for f in made if f.endswith("root_id_0.png")], made
    else:
        same((made if isinstance(made, ic.Masks) else made[1]).keys(), [0, ROOT])


def check_convert_to_int64(method):
    def labels(**args):
        made = call(method, bounds=BOX, **args)
        return made[1] if method in BOTH else made
    same(labels(convert_to_int64=False).dtype, "uint64")
    same(labels().dtype, "int64")


def check_resize(method):
    if method in BOTH[:1]:
        same([a.shape for a in call(method, bounds=BOX, resize=False)], [FULL, HALF])
    else:
        files = call(method, bounds=BOX, resize=False)
        same(sorted(set(len(pixels(f)) for f in files)), [24 * 20, 48 * 40])


def check_slice_axis(method):
    same(shape(method, bounds=BOX, slice_axis=0, **mip(method, 1)), (20, 3, 24))
    same(shape(method, bounds=BOX, slice_axis=1, **mip(method, 1)), (24, 3, 20))


def check_verbose(method):
    heard, sys.stdout = sys.stdout, StringIO()
    try:
        made = call(method, bounds=BOX, verbose=True)
        same(sys.stdout.getvalue(), "".join("Saved %s...\n" % f for f in made))
    finally:
        sys.stdout = heard


def check_segmentation_colormap(method):
    def colors(colormap):
        files = call(method, bounds=BOX, segmentation_colormap=colormap)
        masks = [f for f in files if "imagery" not in f]
        return sorted(set(p & 0xffffffff for f in masks for p in pixels(f)))
    same(colors({ROOT: RED}), [0, 0xffff0000])
    same(colors({str(ROOT): [0, 128, 255, 77]}), [0, 0x4d0080ff])
    assert "multiplying" in raises(ValueError, call, method, bounds=BOX, segmentation_colormap={ROOT: (1, 0.5, 0)})


def check_filename_prefix(method):
    made = call(method, bounds=BOX, filename_prefix=FOLDER + "/my")
    assert made and all(f.startswith(FOLDER + "/my_slice_") for f in made), made


def check_kwargs(method):
    def size(**args):
        return sum(File(f).length() for f in call(method, bounds=BOX, **args))
    assert size(compress_level=0) > size(compress_level=9)
    same(size(optimize=True), size(compress_level=9))
    same(size(compression=9), size(compress_level=9))
    assert "no argument dpi" in raises(ValueError, call, method, bounds=BOX, dpi=300)
    assert "format" in raises(ValueError, call, method, bounds=BOX, format="jpg")


_WHERE = ["bounds", "bbox_size", "resolution", "scale_to_bounds", "resample", "fit", "strict"]
_ONE = _WHERE + ["image_size", "mip"]
_TWO = _WHERE + ["image_mip", "segmentation_mip", "resize", "root_ids", "timestamp", "include_null_root"]
_SAVE = ["filename_prefix", "slice_axis", "verbose", "kwargs"]

for _method, _arguments in (
        ("image_cutout", _ONE),
        ("segmentation_cutout", _ONE + ["root_ids", "timestamp", "convert_to_int64"]),
        ("split_segmentation_cutout", _ONE + ["root_ids", "timestamp", "include_null_root"]),
        ("image_and_segmentation_cutout", _TWO + ["convert_to_int64"]),
        ("save_imagery", _ONE + _SAVE),
        ("save_segmentation_masks", _ONE + _SAVE + ["root_ids", "timestamp", "include_null_root",
                                                   "segmentation_colormap"]),
        ("save_image_and_segmentation_masks", _TWO + _SAVE + ["segmentation_colormap"])):
    for _argument in _arguments:
        globals()["%s__%s" % (_method, _argument)] = functools.partial(globals()["check_" + _argument], _method)


def image_and_segmentation_cutout__split_segmentations():
    made = client().image_and_segmentation_cutout(BOX, split_segmentations=True, root_ids=[ROOT])
    same(made[1].keys(), [ROOT])
    assert isinstance(client().image_and_segmentation_cutout(BOX)[1], ic.Array)


def save_imagery__precomputed_image():
    image = client().image_cutout(BOX, mip=1)
    files = client().save_imagery(FOLDER + "/a", precomputed_image=image, bounds=[1, 2, 3], slice_axis=1)
    same(gray(files[3], 5, 2), image[5, 3, 2])
    part = client().save_imagery(FOLDER + "/b", precomputed_image=image[2:10, :, 1])
    same([gray(part[0], x, 0) for x in (0, 1, 2)], [image[x, 0, 1] for x in (2, 3, 4)])


def save_segmentation_masks__precomputed_masks():
    masks = client().split_segmentation_cutout(BOX)
    files = client().save_segmentation_masks(FOLDER + "/a", precomputed_masks={ROOT: masks[ROOT], 7: masks[OTHER]},
                                             segmentation_colormap={7: RED})
    same(sorted(f[len(FOLDER):] for f in files),
         sorted("/a_slice_%d_root_id_%s.png" % (z, i) for z in range(3) for i in (ROOT, 7)))
    first = [f for f in files if "slice_0_root_id_7" in f][0]
    same([p != 0 for p in pixels(first)], [masks[OTHER][x, y, 0] != 0 for y in range(40) for x in range(48)])


def save_image_and_segmentation_masks__precomputed_data():
    data = client().image_and_segmentation_cutout(BOX, split_segmentations=True, root_ids=[ROOT], image_mip=1)
    files = client().save_image_and_segmentation_masks(FOLDER + "/a", precomputed_data=(data[0], data[1]))
    same((len(files), len(pixels(files[0]))), (6, 24 * 20))


# -- the client --

def ImageryClient__client():
    same(ic.ImageryClient(client=ic.CAVEclient("golden", BASE, TOKEN)).segmentation_source,
         "graphene://%s/segmentation/table/golden_v1" % BASE)
    named = ic.ImageryClient(client="golden_flat@" + BASE, auth_token=TOKEN)
    same(named.segmentation_source, "precomputed://%s/data/seg" % BASE)


def ImageryClient__resolution():
    same(client(resolution=(8, 8, 40)).resolution, [8, 8, 40])
    same(client(resolution="segmentation").resolution, [8, 8, 40])
    same(client(resolution="image").resolution, [4, 4, 40])
    assert "'segmentation'" in raises(ValueError, client, resolution="other")


def ImageryClient__segmentation():
    same(client(segmentation=False).segmentation_source, None)
    same(client(segmentation=False).split_segmentation_cutout(BOX).keys(), [])


def ImageryClient__imagery():
    same(client(imagery=False).image_source, None)
    same(client(imagery=False).resolution, [8, 8, 40])


def ImageryClient__image_source():
    same(client().image_source, volume("em"))


def ImageryClient__segmentation_source():
    same(client().segmentation_source, volume("seg"))


def ImageryClient__image_mip():
    same(client(image_mip=2).image_mip, 2)
    same(client(image_mip=[16, 16, 40]).image_mip, 2)


def ImageryClient__segmentation_mip():
    same(client(segmentation_mip=-1).segmentation_mip, 2)


def ImageryClient__auth_token():
    assert TOKEN not in repr(graph()) + repr(vars(graph()))
    same(graph().token, "Token(...)")


def ImageryClient__timestamp():
    same(client(timestamp=datetime.datetime(2021, 2, 1)).timestamp, datetime.datetime(2021, 2, 1))
    assert client(timestamp="now").timestamp != "now"


def ImageryClient__resample():
    args = {"bounds": BOX, "mip": 3, "scale_to_bounds": True}
    same(client(resample="imageryclient").image_cutout(**args).tolist(),
         client().image_cutout(resample="imageryclient", **args).tolist())
    different(client(resample="imageryclient").image_cutout(**args).tolist(), client().image_cutout(**args).tolist())


def ImageryClient__fit():
    same(client(fit="bounds").image_cutout(BOX, mip=1).shape, FULL)


def ImageryClient__strict():
    raises(ic.CutoutError, ic.ImageryClient(image_source=empty_volume("em"), strict=True).image_cutout, BOX)


def ImageryClient__cutouts():
    service = ic.given.service()
    ic.use(None)
    try:
        same(client(cutouts=service).image_mip, 0)
        assert "imageryclient.use" in raises(ValueError, client)
    finally:
        ic.use(service)


def CAVEclient__datastack_name():
    same(ic.ImageryClient(ic.CAVEclient("golden_flat", BASE, TOKEN)).segmentation_source,
         "precomputed://%s/data/seg" % BASE)


def CAVEclient__server_address():
    same(ic.CAVEclient("golden@host.org").server_address, "https://host.org")
    same(ic.ImageryClient(ic.CAVEclient("golden", server_address=BASE, auth_token=TOKEN)).image_mip, 0)


def CAVEclient__auth_token():
    stack = ic.CAVEclient("golden", server_address=BASE, auth_token=TOKEN)
    assert TOKEN not in repr(stack)
    same(ic.ImageryClient(stack).token, "Token(...)")


# -- sizes and boxes --

def check_size_image_size(method):
    same(getattr(client(), method)(image_size=(10, 7), resolution=[4, 4, 40])[2], 1)
    same(getattr(client(), method)(image_size=(10, 7, 3), mip=0, resolution=[2, 2, 40]),
         [20, 14, 3] if method[0] == "i" else [40, 28, 3])


def check_size_mip(method):
    same(getattr(client(), method)((10, 7), mip=1), [20, 14, 1] if method[0] == "i" else [40, 28, 1])


def check_size_resolution(method):
    same(getattr(client(), method)((8, 6), resolution=[2, 2, 40]), [16, 12, 1] if method[0] == "i" else [32, 24, 1])


for _method in ("image_bbox_size_from_dimensions", "segmentation_bbox_size_from_dimensions"):
    for _argument in ("image_size", "mip", "resolution"):
        globals()["%s__%s" % (_method, _argument)] = functools.partial(globals()["check_size_" + _argument], _method)


def bounds_from_center__ctr():
    same(ic.bounds_from_center((5, 6, 7)), [[5, 6, 7], [6, 7, 8]])


def bounds_from_center__width():
    same(ic.bounds_from_center([5, 6, 7], width=4), [[3, 6, 7], [7, 7, 8]])


def bounds_from_center__height():
    same(ic.bounds_from_center([5, 6, 7], height=5), [[5, 4, 7], [6, 9, 8]])


def bounds_from_center__depth():
    same(ic.bounds_from_center([5, 6, 7.5], depth=2), [[5, 6, 6.5], [6, 7, 8.5]])


# -- slices under names of one's own --

def slices(**args):
    image = client().image_cutout(BOX, mip=1)
    made = dict({"filename_prefix": FOLDER + "/fig", "filename_suffix": "raw", "img": image, "slice_axis": 2,
                 "image_type": "imagery"}, **args)
    return ic.save_image_slices(**made)


def save_image_slices__filename_prefix():
    assert slices(filename_prefix=FOLDER + "/my")[0].endswith("/my_slice_0_raw.png")


def save_image_slices__filename_suffix():
    assert slices(filename_suffix="axon")[0].endswith("/fig_slice_0_axon.png")


def save_image_slices__img():
    same(len(slices(img=client().image_cutout(BOX, mip=0))), 3)
    same(len(pixels(slices(img=client().image_cutout(BOX, mip=0).cutout.pixels())[0])), 48 * 40)


def save_image_slices__slice_axis():
    same(len(slices(slice_axis=1)), 20)


def save_image_slices__image_type():
    mask = client().split_segmentation_cutout(BOX)[ROOT]
    same(sorted(set(pixels(slices(img=mask, image_type="mask")[0]))), [-1, 0])
    assert "'mask'" in raises(ValueError, slices, image_type="other")


def save_image_slices__verbose():
    heard, sys.stdout = sys.stdout, StringIO()
    try:
        slices(verbose=True)
        assert sys.stdout.getvalue().startswith("Saved "), sys.stdout.getvalue()
    finally:
        sys.stdout = heard


def save_image_slices__color():
    mask = client().split_segmentation_cutout(BOX)[ROOT]
    drawn = pixels(slices(img=mask, image_type="mask", color=RED)[0])
    same(sorted(set(p & 0xffffffff for p in drawn)), [0, 0xffff0000])


def save_image_slices__kwargs():
    def size(level):
        return sum(File(f).length() for f in slices(compress_level=level, img=client().image_cutout(BOX)))
    assert size(0) > size(9)


# -- figures --

def figure(**args):
    masks = client().split_segmentation_cutout(FIGURE, root_ids=[ROOT, OTHER])
    return ic.composite_overlay(**dict({"segs": masks, "colors": {ROOT: (1, 0, 0), OTHER: (0, 0, 1)}}, **args))


def shades(picture):
    return sorted(set(picture.getpixel((x, y)) for x in range(picture.width) for y in range(picture.height)))


def drawn(picture):
    return sum(picture.getpixel((x, y))[3] > 0 for x in range(picture.width) for y in range(picture.height))


def composite_overlay__segs():
    masks = client().split_segmentation_cutout(FIGURE, root_ids=[ROOT])
    same(len(shades(figure(segs=masks))), 2)
    same(shades(figure(segs=masks.values(), colors=[(0, 1, 0)])), [(0, 0, 0, 0), (0, 255, 0, 51)])
    labels = client().segmentation_cutout(FIGURE, root_ids=[ROOT])
    same(shades(figure(segs=labels, colors=[(0, 1, 0)])), [(0, 0, 0, 0), (0, 255, 0, 51)])


def composite_overlay__colors():
    same(shades(figure(colors=[(0, 1, 0), (1, 1, 0)])), [(0, 0, 0, 0), (0, 255, 0, 51), (255, 255, 0, 51)])
    assert "none for root id" in raises(ValueError, figure, colors={ROOT: (1, 0, 0)})


def composite_overlay__alpha():
    same(shades(figure(alpha=0.5))[-1], (255, 0, 0, 127))


def composite_overlay__imagery():
    image = client().image_cutout(FIGURE)
    same(shades(figure(imagery=image))[0][3], 255)


def composite_overlay__outline():
    different(drawn(figure(outline=True, width=2)), drawn(figure()))


def composite_overlay__merge_outline():
    args = {"outline": True, "width": 3, "segs": client().split_segmentation_cutout(FIGURE), "colors": None}
    assert drawn(figure(merge_outline=False, **args)) > drawn(figure(merge_outline=True, **args))


def composite_overlay__overlap():
    mask = client().split_segmentation_cutout(BOX)[ROOT][:, :, 0]
    args = {"segs": [mask, mask], "colors": [(1, 0, 0), (0, 0, 1)]}
    same(shades(figure(overlap=False, **args))[-1], (255, 0, 0, 51))
    different(shades(figure(overlap=True, **args))[-1], (255, 0, 0, 51))


def composite_overlay__width():
    assert drawn(figure(outline=True, width=4)) > drawn(figure(outline=True, width=1))
    same(drawn(figure(outline=True, width=0)), 0)


def composite_overlay__side():
    inside = figure(outline=True, width=3, side="in", merge_outline=False)
    shape = figure()
    assert not [1 for x in range(50) for y in range(45)
                if inside.getpixel((x, y))[3] and not shape.getpixel((x, y))[3]]
    assert "'out'" in raises(ValueError, figure, side="other")


def composite_overlay__dim():
    masks = client().split_segmentation_cutout(BOX, root_ids=[ROOT])
    made = figure(segs=masks, dim=1)
    same((len(made), made[0].size), (40, (48, 3)))


def composite_overlay__palette():
    same(shades(figure(colors=None, palette="tab10", alpha=1))[1:], [(31, 119, 180, 255), (255, 127, 14, 255)])


def hues(**args):
    return shades(figure(colors=None, alpha=1, **args))


def composite_overlay__h():
    different(hues(h=0.3), hues(h=0.01))


def composite_overlay__l():
    different(hues(l=0.3), hues(l=0.65))


def composite_overlay__s():
    different(hues(s=0.3), hues(s=1))


def discrete_colors__segs():
    same(len(ic.discrete_colors([None] * 3)), 3)
    same(sorted(ic.discrete_colors({7: None, OTHER: None})), [7, OTHER])


def discrete_colors__palette():
    same([int(255 * c) for c in ic.discrete_colors([None], palette="tab10")[0]], [31, 119, 180])


def discrete_colors__h():
    different(ic.discrete_colors([None], h=0.3), ic.discrete_colors([None]))


def discrete_colors__l():
    different(ic.discrete_colors([None], l=0.3), ic.discrete_colors([None]))


def discrete_colors__s():
    different(ic.discrete_colors([None], s=0.3), ic.discrete_colors([None]))


def stack_images__images():
    same(ic.stack_images([figure(), figure(), figure()], spacing=1).size, (152, 45))


def stack_images__direction():
    same(ic.stack_images([figure(), figure()], direction="vertical").size, (50, 100))
    assert "vertical" in raises(ValueError, ic.stack_images, [figure()], direction="other")


def stack_images__spacing():
    same(ic.stack_images([figure(), figure()], spacing=4).size, (104, 45))


# -- what happens where an argument is ignored --

def _otherwise():
    """What stands in for an argument that can't be left out."""
    small = [[1100, 2100, 110], [1104, 2104, 111]]
    return {"bounds": small, "filename_prefix": FOLDER + "/else", "filename_suffix": "else", "image_size": (2, 2, 2),
            "ctr": [0, 0, 0], "slice_axis": 2, "image_type": "imagery", "datastack_name": "golden",
            "segs": [client().split_segmentation_cutout(small).values()[0]], "images": [],
            "img": client().image_cutout(small)}


def found(method):
    """Where something of the module is: its owner, its name there, and its arguments."""
    owner, attribute = ic, method
    if method[0].isupper():
        owner, attribute = getattr(ic, method), "__init__"
    elif hasattr(ic.ImageryClient, method):
        owner = ic.ImageryClient
    function = owner.__dict__[attribute]
    return owner, attribute, inspect.getargspec(getattr(function, "__wrapped__", function))


def signature(method):
    names = found(method)[2]
    return [n for n in names.args if n != "self"] + ([names.keywords] if names.keywords else [])


def ignored(name):
    """Runs a test while its argument is ignored."""
    method, argument = name.split("__")
    owner, attribute, names = found(method)
    original = owner.__dict__[attribute]
    required = names.args[:len(names.args) - len(names.defaults or ())]
    stand_in = _otherwise().get(argument) if argument in required else None

    def changed(*args, **kwargs):
        kwargs.update(zip(names.args, args))
        if argument == "kwargs":
            kwargs = dict((k, v) for k, v in kwargs.items() if k in names.args)
        elif argument in required:
            kwargs[argument] = stand_in
        else:
            kwargs.pop(argument, None)
        return original(**kwargs)

    setattr(owner, attribute, changed)
    try:
        globals()[name]()
    except Exception:
        return
    finally:
        setattr(owner, attribute, original)
    raise AssertionError("Expected %s to fail while the argument is ignored." % name)


def names():
    """Of all tests."""
    return sorted(n for n, f in globals().items() if "__" in n and n[0] != "_" and callable(f))
