// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <json-glib/json-glib.h>

#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"
#include "precision/affine.h"

namespace wordbrush::edit {

/// Writes one JSON object, member by member.
class ObjectWriter {
 public:
  explicit ObjectWriter(JsonBuilder* builder) : builder_(builder) {
    json_builder_begin_object(builder_);
  }
  ~ObjectWriter() { json_builder_end_object(builder_); }
  ObjectWriter(const ObjectWriter&) = delete;
  ObjectWriter& operator=(const ObjectWriter&) = delete;

  JsonBuilder* member(const char* name) {
    json_builder_set_member_name(builder_, name);
    return builder_;
  }
  void add(const char* name, const std::string& value) {
    const GCharPtr valid(g_utf8_make_valid(value.data(), static_cast<gssize>(value.size())));
    json_builder_add_string_value(member(name), valid.get());
  }
  void add(const char* name, std::int64_t value) {
    json_builder_add_int_value(member(name), value);
  }
  void add(const char* name, bool value) {
    json_builder_add_boolean_value(member(name), value ? TRUE : FALSE);
  }
  /// JSON knows no infinity.
  void add(const char* name, double value) {
    if (std::isfinite(value)) json_builder_add_double_value(member(name), value);
  }
  template <class T>
  void add(const char* name, const std::optional<T>& value) {
    if (value) add(name, *value);
  }

 private:
  JsonBuilder* builder_;
};

template <class T, class Write>
void write_array(JsonBuilder* builder, const std::vector<T>& items, Write write) {
  json_builder_begin_array(builder);
  for (const T& item : items) write(builder, item);
  json_builder_end_array(builder);
}

/// [xx, xy, x0, yx, yy, y0] of precision::Affine.
inline void write_affine(JsonBuilder* builder, const precision::Affine& affine) {
  write_array(builder,
              std::vector{affine.xx, affine.xy, affine.x0, affine.yx, affine.yy, affine.y0},
              [](JsonBuilder* to, double number) { json_builder_add_double_value(to, number); });
}

/// What `write` writes, as text.
template <class Write>
std::string written(Write write) {
  const auto builder = GObjectPtr<JsonBuilder>::adopt(json_builder_new());
  write(builder.get());
  const std::unique_ptr<JsonNode, FreeWith<json_node_unref>> root(
      json_builder_get_root(builder.get()));
  const GCharPtr text(json_to_string(root.get(), FALSE));
  return text.get();
}

}  // namespace wordbrush::edit
