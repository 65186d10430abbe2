// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/rect.h"
#include "base/result.h"
#include "host/source_term.h"
#include "pixels/bitmap.h"
#include "pixels/mask.h"

namespace wordbrush::host {

/// What an edit sends.
enum class Area {
  Auto,       ///< the selection's bounds where there is a selection, else the current layer
  Selection,  ///< the current layer within the selection's bounds
  Layer,      ///< the whole current layer
  Visible,    ///< the whole canvas as it looks
};

/// What cannot be done with an image; it is to be said before anything is sent.
enum class Limit {
  NewImage,      ///< its palette can hold no result, which opens as a new image
  DullerColors,  ///< some of its colors are beyond sRGB, and do not come back as they were
};

/// What an edit starts from, as it was when it was looked at. It stays of use while
/// the user goes on working: it names the image and the layer by their ids.
struct Source {
  Area area = Area::Layer;  ///< never Auto
  int image_id = 0;
  int layer_id = 0;        ///< the layer that the result goes above; 0: on top of all
  Rect extents;            ///< all that can be read, in canvas pixels; may reach past the canvas
  Rect bounds;             ///< what may change, within the extents
  pixels::Mask selection;  ///< the selection in `bounds`; empty where nothing is selected
  int canvas_width = 0;    ///< pixels
  int canvas_height = 0;   ///< pixels
  std::vector<Limit> limits;
  std::string image_name;  ///< for people: "photo.xcf"
  std::string image_file;  ///< the URI of the image's file; empty: it was never saved or opened
  std::string session;     ///< the run of GIMP in which the ids hold; empty: not known
};

/// A part of the canvas.
struct Selected {
  Rect bounds;        ///< canvas pixels
  pixels::Mask mask;  ///< of their size; empty: nothing is selected
};

/// A layer to insert.
struct NewLayer {
  std::string name;  ///< UTF-8
  Rect place;        ///< in canvas pixels; its size is that of `pixels`
  pixels::Bitmap pixels;
  pixels::Mask mask;   ///< its layer mask, of the same size; empty: none
  std::string answer;  ///< the id of the kept answer that it is; empty: it was not kept
  SourceTerm source = SourceTerm::None;  ///< how it came to be
  std::string recipe;  ///< that stays with it, in the image's own file; empty: none
};

/// How the layers came to stand where they stand.
enum class Landing {
  InPlace,       ///< above the layer they came from
  OnTop,         ///< that layer is gone: on top of the image
  ImageClosed,   ///< the image is gone: in a new image
  ImageIndexed,  ///< its palette cannot hold the result: in a new RGB image
  ImageRefused,  ///< GIMP would not insert it: in a new image
};

struct Inserted {
  int image_id = 0;
  std::vector<int> layer_ids;  ///< as the NewLayers were given
  Landing landing = Landing::InPlace;
};

/// How the image of a Source is now.
struct Standing {
  int canvas_width = 0;   ///< pixels
  int canvas_height = 0;  ///< pixels
  std::optional<Rect>
      layer;  ///< the source's own, in canvas pixels; none: it has none, or it is gone
};

/// Pixels of the open image as they were when they were frozen.
class Snapshot {
 public:
  virtual ~Snapshot() = default;
  /// All that can be read, in canvas pixels.
  virtual Rect extents() const = 0;
  /// Reads on, within about the time of one turn of the main loop: `whole` is to hold
  /// `frame`, as Canvas::read would give it. It begins with `step` 0 and gives the step to
  /// go on with; none where all is read.
  virtual Result<std::optional<int>> read_more(Rect frame, int step, pixels::Bitmap& whole) = 0;
};

/// Layers on their way into an image. Nothing of them is seen before end(); without it they
/// are thrown away.
class Insertion {
 public:
  virtual ~Insertion() = default;
  /// Works on, within about the time of one turn of the main loop; false where only end()
  /// is left.
  virtual bool go_on() = 0;
  virtual Result<Inserted> end() = 0;
};

/// The open image, and all that may be asked of the program that holds it.
///
/// This module is the one place that calls libgimp for pixels and layers; tests use
/// FakeCanvas. Every call is made on the main thread and, but for what it returns, holds
/// nothing of the image when it returns. An Error's kind is Input where the user can do something
/// about it, else Host; its detail is a sentence for the user.
class Canvas {
 public:
  virtual ~Canvas() = default;

  /// Finds what an edit of `area` starts from.
  virtual Result<Source> look(Area area) = 0;

  /// Where a layer made from words alone goes: the selection's bounds, else the
  /// canvas.
  virtual Result<Source> look_for_new_layer() = 0;

  /// The pixels of `source` in `frame` (canvas pixels); transparent where it has
  /// none. A layer comes as it looks by itself: with its mask and its filters, but
  /// without its opacity and mode.
  virtual Result<pixels::Bitmap> read(const Source& source, Rect frame) = 0;

  /// How things are now; none where the image is closed, or can hold no new layer.
  virtual std::optional<Standing> look_again(const Source& source) = 0;

  /// Whether an open image has a layer that was inserted as this NewLayer::answer. One
  /// that the user has undone does not count.
  virtual bool holds_layer_of(const std::string& answer) = 0;

  /// A layer of any open image as it looks by itself.
  virtual Result<pixels::Bitmap> read_layer(int layer_id) = 0;

  /// The same two for who reads in parts. Unless a canvas does better, whoever paints
  /// meanwhile is seen in the later ones.
  virtual Result<std::unique_ptr<Snapshot>> freeze(const Source& source);
  virtual Result<std::unique_ptr<Snapshot>> freeze_layer(int layer_id);

  /// Inserts `layers` in one undo step, the last one on top; several go into a
  /// layer group named `group_name`, all but the last one hidden. The selection
  /// stays as it is. Where the image is gone or indexed they open as a new image,
  /// so a result is never lost.
  virtual Result<Inserted> insert(const Source& source, std::span<const NewLayer> layers,
                                  const std::string& group_name) = 0;

  /// The same in steps; `layers` outlive it.
  virtual std::unique_ptr<Insertion> begin_insertion(const Source& source,
                                                     std::span<const NewLayer> layers,
                                                     const std::string& group_name);
};

}  // namespace wordbrush::host
