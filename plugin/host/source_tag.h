// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <string>
#include <string_view>

namespace wordbrush::host {

/// The address that the image's metadata names as its digital source type
/// (Iptc4xmpExt:DigitalSourceType); empty where it names none.
std::string source_tag_of(GimpImage* image);

/// Makes the metadata name `uri`; empty: nothing. In GIMP this is an undo step.
void set_source_tag(GimpImage* image, std::string_view uri);

/// What is done to the image in its life is no undo step, and a clean image stays clean:
/// nobody has done anything. It outlives this.
class QuietChange {
 public:
  explicit QuietChange(GimpImage* image);
  ~QuietChange();
  QuietChange(const QuietChange&) = delete;
  QuietChange& operator=(const QuietChange&) = delete;

 private:
  GimpImage* image_;
  bool was_changed_;
};

/// set_source_tag() as a quiet change.
void set_source_tag_quietly(GimpImage* image, std::string_view uri);

/// The address as it stands in the text in which GIMP hands over metadata (XML), and that
/// text with another one.
std::string source_tag_in(std::string_view metadata);
std::string with_source_tag(std::string_view metadata, std::string_view uri);

}  // namespace wordbrush::host
