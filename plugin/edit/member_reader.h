// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/rect.h"
#include "host/canvas.h"
#include "protocol/json.h"

namespace wordbrush::edit {

/// Past what GIMP takes as a canvas (GIMP_MAX_IMAGE_SIZE is 524288).
inline constexpr double max_coordinate = 1 << 20;

inline constexpr std::string_view area_names[] = {"auto", "selection", "layer", "visible"};

inline std::string_view name_of(host::Area area) {
  return area_names[static_cast<std::size_t>(area)];
}

/// Reads members of one object and remembers whether all were as they should be.
class MemberReader {
 public:
  explicit MemberReader(JsonObject* object) : object_(object) {}

  bool is_sound() const { return is_sound_; }
  bool has(const char* name) const { return protocol::member(object_, name) != nullptr; }

  std::string text(const char* name) {
    const char* const value = protocol::string_of(protocol::member(object_, name));
    check(value != nullptr);
    return value == nullptr ? "" : value;
  }

  /// `count` whole numbers, each from `least` to `most`.
  std::vector<std::int64_t> numbers(const char* name, std::size_t count, double least,
                                    double most) {
    std::vector<std::int64_t> numbers;
    for (JsonNode* const node : protocol::elements(protocol::member_array(object_, name))) {
      const bool is_number =
          JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_INT64;
      const auto value = is_number ? json_node_get_int(node) : 0;
      check(is_number && static_cast<double>(value) >= least && static_cast<double>(value) <= most);
      numbers.push_back(is_sound_ ? value : 0);
    }
    check(numbers.size() == count);
    numbers.resize(count);
    return numbers;
  }

  int number(const char* name, double least, double most) {
    return static_cast<int>(numbers(name, 1, least, most)[0]);
  }

  Rect rect(const char* name) {
    const auto found = numbers(name, 4, -max_coordinate, max_coordinate);
    const Rect rect{static_cast<int>(found[0]), static_cast<int>(found[1]),
                    static_cast<int>(found[2]), static_cast<int>(found[3])};
    check(rect.width >= 0 && rect.height >= 0);
    return rect;
  }

  bool flag(const char* name) {
    JsonNode* const node = protocol::member(object_, name);
    check(node != nullptr && JSON_NODE_HOLDS_VALUE(node) &&
          json_node_get_value_type(node) == G_TYPE_BOOLEAN);
    return protocol::member_is_true(object_, name);
  }

  host::Area area(const char* name) {
    const auto* const found = std::ranges::find(area_names, text(name));
    check(found != std::end(area_names));
    return is_sound_ ? static_cast<host::Area>(found - std::begin(area_names)) : host::Area::Layer;
  }

  double real(const char* name, double least, double most) {
    const auto value = protocol::member_number(object_, name);
    check(value && *value >= least && *value <= most);
    return is_sound_ ? *value : least;
  }

  /// Of the same document; null where there is none.
  JsonObject* object(const char* name) {
    JsonObject* const found = protocol::member_object(object_, name);
    check(found != nullptr);
    return found;
  }

  void check(bool claim) { is_sound_ = is_sound_ && claim; }

 protected:
  JsonObject* document() const { return object_; }

 private:
  JsonObject* object_;
  bool is_sound_ = true;
};

}  // namespace wordbrush::edit
