// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "pixels/bitmap.h"

namespace wordbrush::ui {

/// A layer is named by ids, so renaming and equal names do no harm.
struct LayerSource {
  int image_id = 0;
  int layer_id = 0;
  friend bool operator==(const LayerSource&, const LayerSource&) = default;
};

struct FileSource {
  std::filesystem::path path;
  friend bool operator==(const FileSource&, const FileSource&) = default;
};

using ReferenceSource = std::variant<LayerSource, FileSource>;

/// What a reference is there for.
enum class ReferenceRole { None, Style, Content, Person, Object, Background, Sketch };

inline constexpr std::array all_roles = {
    ReferenceRole::None,   ReferenceRole::Style,      ReferenceRole::Content, ReferenceRole::Person,
    ReferenceRole::Object, ReferenceRole::Background, ReferenceRole::Sketch};

/// For the user, translated: "Style".
const char* name_of(ReferenceRole role);

struct Reference {
  ReferenceSource source;
  std::string name;  ///< the layer's or the file's
  ReferenceRole role = ReferenceRole::None;
  std::shared_ptr<const pixels::Bitmap> thumbnail;  ///< null until it was read
};

/// The pictures that are sent along, in the order in which the model gets them.
class ReferenceList {
 public:
  static constexpr std::size_t max_count = 8;
  enum class Added { Yes, Full, AlreadyThere };

  const std::vector<Reference>& items() const { return items_; }
  bool is_full() const { return items_.size() == max_count; }

  Added add(Reference reference);
  // An index is less than items().size().
  void remove(std::size_t index);
  void set_role(std::size_t index, ReferenceRole role);
  /// False at the ends, where it stays.
  bool move_earlier(std::size_t index);
  bool move_later(std::size_t index);
  /// Does nothing where the reference was removed meanwhile.
  void set_thumbnail(const ReferenceSource& source,
                     std::shared_ptr<const pixels::Bitmap> thumbnail);

  /// What the model is told of the references, a line for each and in English whatever the
  /// desktop speaks. The first one is image number `first_number`: the pictures before it
  /// are counted by the caller. Empty without references.
  std::string legend(int first_number) const;

 private:
  std::vector<Reference> items_;
};

}  // namespace wordbrush::ui
