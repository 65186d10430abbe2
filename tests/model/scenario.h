// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "scenes/distortion.h"

namespace wordbrush::model {

/// What the model does to the picture that it receives.
enum class EditKind {
  NoOp,    ///< gives it back as it came
  Invert,  ///< every colour to its opposite
  Tint,    ///< every colour half way to orange
  // In the scenario's area, see scenes/edit.h:
  Object,   ///< something opaque of many colors
  Removal,  ///< filled from what is left and right of it
  Text,     ///< two lines of letters
  Redden,   ///< redder there
  Relight,  ///< all of it as if by evening light
};

/// The edit's name in scenarios: "object".
std::string_view name_of(EditKind edit);

/// Where the answer holds its picture (reference/protocol.md, 3).
enum class Shape {
  ContentArray,  ///< V1: message.content[] of parts
  Markdown,      ///< V2: a data URL in the text, with comments while it waits
  Images,        ///< V4: message.images[]
};

/// What comes instead of, or as, the answer.
enum class Outcome {
  Picture,
  Text,      ///< words without a picture
  Empty,     ///< a 200 without a byte
  Refusal,   ///< finish_reason content_filter and a refusal in words
  Broken,    ///< the connection is cut in the middle of the picture
  BadImage,  ///< base64 of something that is no picture
  Html,      ///< a 200 with a web page
  Hang,      ///< nothing, until the client leaves
};

/// What an answer holds instead of its picture (reference/protocol.md, 3).
enum class Link {
  Markdown,  ///< V10: a link in the text
  Relative,  ///< V11: one without a host
  Both,      ///< V10: one, and an ordinary link to load the same
  Lost,      ///< one that leads nowhere
  Task,      ///< V18: the number of a task
};

struct Size {
  int width = 0;
  int height = 0;

  friend bool operator==(const Size&, const Size&) = default;
};

/// A part of a picture, in percent of its sides.
struct Part {
  double x = 0, y = 0, width = 100, height = 100;
};

/// {R, G, B}
using Color = std::array<std::uint8_t, 3>;

/// How the model answers one request. It stands in the base URL's path, so that one
/// server serves many tests without knowing them:
///
///   http://127.0.0.1:PORT/edit=tint,shape=v2,stream=no/v1
struct Scenario {
  EditKind edit = EditKind::Tint;
  Shape shape = Shape::ContentArray;
  std::optional<bool> stream;  ///< as the request asks where not set
  std::optional<Size> size;    ///< of the answer; the size received where not set
  double scale = 1;            ///< of the answer's size against the one received
  bool jpeg = false;           ///< format=jpeg: the answer's picture, else PNG
  std::optional<Link> link;    ///< instead of the picture
  int status = 200;
  int times = -1;  ///< how many requests of this scenario fail with `status`; -1: all
  Outcome outcome = Outcome::Picture;
  std::string key;             ///< the Bearer key it wants; any where empty
  std::optional<Color> color;  ///< of a picture made from words; from the prompt's hash if not set
  bool held = false;           ///< slow=release: answers only after POST /release
  Part area{25, 25, 50, 50};   ///< area=25:25:50:50, of edits that have a place
  unsigned seed = 1;           ///< of what is painted, and of noise
  /// What happens to the picture besides the edit (scenes/distortion.h): zoom=1.01,
  /// shift=12:-7 (px), turn=0.3 (degrees), light=gain, noise=3, quality=85 (JPEG), blur=25
  /// (percent), redraw=yes; fit=crop or letterbox where size= is of another ratio.
  scenes::Distortion distortion;
  bool shows_truth = false;  ///< truth=yes: GET /log/N/wanted gives the edit alone, as a PNG
  bool canned = false;  ///< canned=yes: its first answer is given to all later requests, unread
};

/// Reads "edit=tint,size=1024x1024"; an empty text is the default scenario. Fails with
/// ErrorKind::Input for a name or a value it does not know, so that no test passes by a typo.
Result<Scenario> parse_scenario(std::string_view text);

}  // namespace wordbrush::model
