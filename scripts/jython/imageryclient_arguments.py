# SPDX-License-Identifier: BSD-2-Clause

"""What goes into imageryclient: Python's values as those of the Java API."""

import datetime
import functools
import sys

from ij import IJ
from jarray import array

from java.lang import IllegalArgumentException
from java.time import Clock
from java.util import ArrayList, Date, HashMap

from org.imageryclient import Canceled, CutoutException, Timestamp
from org.imageryclient.color import RootColors
from org.imageryclient.cutout import CutoutRequest, Fit, Mip, Resample, RootSelection
from org.imageryclient.export import SaveOptions
from org.imageryclient.fiji.service import CutoutService
from org.imageryclient.geom import Region, Resolution
from org.scijava import Context

CLOCK = Clock.systemUTC()

_SCRIPT = "org.scijava.script.ScriptModule"
_PNG = (None, "png", ".png")
_chosen = []


class _Said(object):
    """An error whose message may hold any letter, though Python 2 prints ASCII only."""

    def __init__(self, message, cause=None):
        super(_Said, self).__init__(message)
        self.message = message
        self.cause = cause

    def __unicode__(self):
        return unicode(self.message)

    def __str__(self):
        plain = unicode(self.message).replace(u"\u2026", u"...")
        return plain.encode("ascii", "replace")


class ArgumentError(_Said, ValueError):
    """An argument that can't be: a ValueError. `cause` is Java's, if it was Java that refused it."""


class CutoutError(_Said, Exception):
    """Why a cutout can't be had. `cause` is Java's, such as an org.imageryclient.AccessDenied."""


def in_python(function):
    """Lets `except ValueError` and `except Exception` catch what Java throws: by itself neither does.

    A cancel by the user stays what it is, and so it ends the script.
    """

    @functools.wraps(function)
    def call(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Canceled:
            raise
        except CutoutException as e:
            raise CutoutError(e.getMessage(), e)
        except IllegalArgumentException as e:
            raise ArgumentError(e.getMessage(), e)

    call.__wrapped__ = function
    return call


def use(cutouts):
    """Reads through this CutoutService, or that of this SciJava context, from now on.

    Only where a client is made outside of Fiji, in plain Jython.
    """
    del _chosen[:]
    _chosen.append(cutouts)


def service(given=None):
    """The CutoutService that was given or chosen, or else that of the script that is running, or of Fiji."""
    found = given or (_chosen and _chosen[0]) or _context_of_script() or _context_of_fiji()
    if not found:
        raise ArgumentError("Expected to run in a script of Fiji but found none; "
                            "try imageryclient.use(context), with a SciJava context or its CutoutService.")
    return found if isinstance(found, CutoutService) else found.service(CutoutService)


def _context_of_script():
    # SciJava puts the running module among the variables of each script.
    frame = sys._getframe()
    while frame is not None:
        for variables in (frame.f_locals, frame.f_globals):
            try:
                return variables[_SCRIPT].context()
            except KeyError:
                pass
        frame = frame.f_back
    return None


def _context_of_fiji():
    # For consoles, and for what a script leaves behind, such as listeners: imagej-legacy answers this call.
    try:
        from net.imagej.legacy import LegacyService
    except ImportError:
        return None
    return IJ.runPlugIn(Context.getName(), "")


def is_text(value):
    return isinstance(value, basestring)


def numbers(values, what):
    """A list, a tuple or an array of numbers as double[]."""
    if is_text(values):
        raise ArgumentError("Expected numbers for %s but got the text %r." % (what, values))
    try:
        return array([float(v) for v in values], "d")
    except (TypeError, ValueError):
        raise ArgumentError("Expected numbers for %s but got %r." % (what, values))


def points(bounds):
    """Two points, or one, as a list of double[]."""
    if bounds is None:
        raise ArgumentError("Expected bounds, two points of x, y, z or a centre with bbox_size, but got none.")
    rows = list(bounds) if hasattr(bounds, "__iter__") else []
    if rows and hasattr(rows[0], "__len__") and not is_text(rows[0]):
        return [numbers(row, "bounds") for row in rows]
    return [numbers(bounds, "bounds")]


def region(bounds, bbox_size=None, image_size=None, resolution=None):
    corners = points(bounds)
    if len(corners) > 2:
        raise ArgumentError("Expected bounds of two points but got %d." % len(corners))
    box = Region.centered(corners[0]) if len(corners) == 1 else Region.bounds(corners[0], corners[1])
    if bbox_size is not None:
        box = box.size(numbers(bbox_size, "bbox_size"))
    if image_size is not None:
        box = box.pixels(array([int(v) for v in numbers(image_size, "image_size")], "l"))
    return box if resolution is None else box.at(frame(resolution))


def frame(resolution):
    """In nm per voxel."""
    return Resolution.of(numbers(resolution, "resolution"))


def mip(value):
    """A number, a resolution in nm, or None for the client's."""
    if value is None:
        return Mip.DEFAULT
    return Mip.index(int(value)) if isinstance(value, (int, long)) else Mip.at(frame(value))


def roots(ids):
    """'all', None for the ids as stored, or ids as int, long or text, one or many."""
    if ids is None:
        return RootSelection.rawIds()
    if isinstance(ids, RootSelection):
        return ids
    if is_text(ids):
        return RootSelection.parse(ids)
    return RootSelection.of(ArrayList([ids] if isinstance(ids, (int, long)) else list(ids)))


def timestamp(value):
    """A datetime (without a zone it is in UTC), seconds since 1970, ISO 8601 text, 'now', or a time of Java."""
    if isinstance(value, Timestamp):
        return value
    if isinstance(value, Date):
        value = value.toInstant()
    elif isinstance(value, (datetime.datetime, datetime.date)):
        value = value.isoformat()
    return Timestamp.parse(repr(value) if isinstance(value, float) else unicode(value), CLOCK)


def moment(time):
    """A Timestamp as a datetime in UTC."""
    return datetime.datetime(1970, 1, 1) + datetime.timedelta(milliseconds=time.instant().toEpochMilli())


def _choice(value, choices, name):
    for choice in choices.values():
        if choice is value or choice.name().lower() == value:
            return choice
    raise ArgumentError("Expected %s as one of %s but got %r." % (
        name, ", ".join(repr(str(c.name().lower())) for c in choices.values()), value))


def resampling(value):
    return _choice(value, Resample, "resample")


def fitting(value):
    return _choice(value, Fit, "fit")


def request(box, root_ids=RootSelection.all(), time=None, scale_to_bounds=None, modes=("aligned", "auto", False)):
    """A request without mips. `modes` are resample, fit and strict; fit is what scale_to_bounds=None means."""
    resample, fit, strict = modes
    wanted = fitting(fit) if scale_to_bounds is None else Fit.BOUNDS if scale_to_bounds else Fit.NATIVE
    made = CutoutRequest.of(box).withRoots(root_ids).withFit(wanted).withResample(
        resampling(resample)).withStrict(bool(strict))
    return made if time is None else made.withTimestamp(timestamp(time))


def colors(colormap):
    """From id to 3 or 4 numbers up to 255; white for all others."""
    return RootColors.fixed(HashMap(dict((str(root), ArrayList(list(color)) if not is_text(color) else color)
                                         for root, color in (colormap or {}).items())))


def saving(caller, prefix, slice_axis, kwargs, colormap=None):
    """How to save. `kwargs` are those of imageio.imwrite: PNG's are heeded, others refused by their name."""
    options = SaveOptions.prefix(unicode(prefix)).acrossAxis(int(slice_axis)).colors(colors(colormap))
    levels = dict((name, int(kwargs[name])) for name in ("compress_level", "compression") if name in kwargs)
    if kwargs.get("optimize"):
        levels["optimize"] = 9
    unknown = set(kwargs) - set(("compress_level", "compression", "optimize", "format", "extension"))
    if unknown:
        raise ArgumentError("%s has no argument %s; writing PNG knows compress_level, compression, "
                            "optimize and format." % (caller, ", ".join(sorted(unknown))))
    for name in ("format", "extension"):
        if str(kwargs.get(name) or "png").lower() not in _PNG:
            raise ArgumentError("Expected %s='png' but got %r; other formats are saved by CutoutService.save." % (
                name, kwargs[name]))
    if len(set(levels.values())) > 1:
        raise ArgumentError("Expected one compression of PNG but got several: %s." % ", ".join(
            "%s=%d" % level for level in sorted(levels.items())))
    return options.compression(list(levels.values())[0]) if levels else options
