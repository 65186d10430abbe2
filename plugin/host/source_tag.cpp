// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/source_tag.h"

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"

namespace wordbrush::host {

namespace {

// The text of gimp_metadata_serialize(), in which GIMP itself hands metadata over. gexiv2's own
// calls would bind the plug-in to one of its versions, which GIMP 3.0 and 3.2 do not share.
constexpr std::string_view tag_start = "<tag name=\"Xmp.iptcExt.DigitalSourceType\"";
constexpr std::string_view tag_end = "</tag>";
constexpr std::string_view all_end = "</metadata>";
constexpr std::string_view no_metadata = "<?xml version='1.0' encoding='UTF-8'?>\n<metadata>\n";

/// Where the tag stands; of no length where it does not.
struct TagSpan {
  std::size_t start = 0;
  std::size_t length = 0;
};

TagSpan find_tag(std::string_view metadata) {
  const auto start = metadata.find(tag_start);
  if (start == std::string_view::npos) return {};
  const auto end = metadata.find(tag_end, start);
  if (end == std::string_view::npos) return {};
  return {start, end + tag_end.size() - start};
}

std::string metadata_of(GimpImage* image) {
  const auto metadata = GObjectPtr<GimpMetadata>::adopt(gimp_image_get_metadata(image));
  if (metadata.get() == nullptr) return {};
  const GCharPtr text(gimp_metadata_serialize(metadata.get()));
  return text ? text.get() : "";
}

}  // namespace

std::string source_tag_in(std::string_view metadata) {
  const TagSpan found = find_tag(metadata);
  const auto tag = metadata.substr(found.start, found.length);
  const auto begin = tag.find('>');
  if (begin == std::string_view::npos) return {};
  return std::string(tag.substr(begin + 1, tag.size() - tag_end.size() - begin - 1));
}

std::string with_source_tag(std::string_view metadata, std::string_view uri) {
  std::string changed(metadata.contains(all_end) ? metadata : no_metadata);
  if (changed == no_metadata) changed += all_end;
  const TagSpan old = find_tag(changed);
  changed.erase(old.start, old.length);
  if (uri.empty() || uri.contains('<')) return changed;
  const std::string tag =
      "  " + std::string(tag_start) + ">" + std::string(uri) + std::string(tag_end) + "\n";
  changed.insert(changed.rfind(all_end), tag);
  return changed;
}

std::string source_tag_of(GimpImage* image) {
  return source_tag_in(metadata_of(image));
}

void set_source_tag(GimpImage* image, std::string_view uri) {
  const std::string text = with_source_tag(metadata_of(image), uri);
  const auto metadata = GObjectPtr<GimpMetadata>::adopt(gimp_metadata_deserialize(text.c_str()));
  if (metadata.get() != nullptr) gimp_image_set_metadata(image, metadata.get());
}

QuietChange::QuietChange(GimpImage* image)
    : image_(image), was_changed_(gimp_image_is_dirty(image) != FALSE) {
  gimp_image_undo_freeze(image_);
}

QuietChange::~QuietChange() {
  // GIMP counts: one change more than those that were undone since the image was saved would
  // make it look saved.
  if (was_changed_ && !gimp_image_is_dirty(image_)) set_source_tag(image_, source_tag_of(image_));
  gimp_image_undo_thaw(image_);
  if (!was_changed_) gimp_image_clean_all(image_);
}

void set_source_tag_quietly(GimpImage* image, std::string_view uri) {
  const QuietChange quiet(image);
  set_source_tag(image, uri);
}

}  // namespace wordbrush::host
