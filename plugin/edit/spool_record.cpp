// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/spool_record.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "edit/member_reader.h"
#include "pixels/bitmap.h"
#include "protocol/json.h"
#include "protocol/limits.h"

namespace wordbrush::edit {

namespace {

constexpr int version = 1;
constexpr double max_id = 1e9;
constexpr double max_edge = 1000;
constexpr double max_time = 1e12;
constexpr double sensitivity_steps = 1000;
constexpr std::int64_t max_target_pixels = 1 << 30;

std::string quoted(std::string_view name, std::string_view value) {
  return protocol::quote_json(name) + ": " + protocol::quote_json(value) + ",\n";
}

std::string numbered(std::string_view name, std::span<const std::int64_t> numbers) {
  std::string list;
  for (const std::int64_t number : numbers)
    list += (list.empty() ? "" : ", ") + std::to_string(number);
  return protocol::quote_json(name) + ": [" + list + "],\n";
}

std::string numbered(std::string_view name, const Rect& rect) {
  const std::int64_t numbers[] = {rect.x, rect.y, rect.width, rect.height};
  return numbered(name, numbers);
}

std::string framed(const SpooledFrame& frame) {
  const std::int64_t upload[] = {frame.upload_width, frame.upload_height};
  const Treatment& by = frame.treatment;
  const std::int64_t edge[] = {by.feather, by.spill};
  const std::int64_t fit[] = {by.align, by.match_colors, by.only_changes,
                              std::lround(by.sensitivity * sensitivity_steps)};
  const precision::Padding& past = frame.padding;
  const std::int64_t padding[] = {past.left, past.top, past.right, past.bottom};
  return numbered("frame", frame.frame) + numbered("upload", upload) + numbered("edge", edge) +
         numbered("fit", fit) + numbered("padding", padding);
}

class Reader : public MemberReader {
 public:
  using MemberReader::MemberReader;

  /// Names of files in the record's own folder.
  std::vector<std::string> file_names(const char* name) {
    std::vector<std::string> names;
    for (JsonNode* const node : protocol::elements(protocol::member_array(document(), name))) {
      const char* const value = protocol::string_of(node);
      names.emplace_back(value == nullptr ? "" : value);
      check(names.back().starts_with("picture-") && !names.back().contains('/'));
    }
    check(!names.empty() && names.size() <= protocol::max_pictures);
    return names;
  }

  /// The name of a file in the record's own folder that begins so.
  std::string file_name(const char* name, std::string_view begins) {
    std::string value = text(name);
    check(value.starts_with(begins) && !value.contains('/'));
    return value;
  }
};

host::Source read_source(Reader& reader) {
  host::Source source{.area = reader.area("area"),
                      .image_id = reader.number("image_id", 0, max_id),
                      .extents = reader.rect("extents"),
                      .bounds = reader.rect("target")};
  source.image_name = reader.text("image_name");
  if (reader.has("image_file")) source.image_file = reader.text("image_file");
  if (reader.has("session")) source.session = reader.text("session");
  const auto canvas = reader.numbers("canvas", 2, 0, max_coordinate);
  source.canvas_width = static_cast<int>(canvas[0]);
  source.canvas_height = static_cast<int>(canvas[1]);
  reader.check(std::int64_t{source.bounds.width} * source.bounds.height <= max_target_pixels);
  // What had an image had a place in it.
  reader.check(source.image_id == 0 || !source.bounds.empty());
  return source;
}

void read_fit(Reader& reader, Treatment& treatment) {
  const auto fit = reader.numbers("fit", 4, 0, sensitivity_steps);
  treatment.align = fit[0] != 0;
  treatment.match_colors = fit[1] != 0;
  treatment.only_changes = fit[2] != 0;
  treatment.sensitivity = static_cast<double>(fit[3]) / sensitivity_steps;
}

precision::Padding read_padding(Reader& reader) {
  const auto sides = reader.numbers("padding", 4, 0, max_coordinate);
  return {.left = static_cast<int>(sides[0]),
          .top = static_cast<int>(sides[1]),
          .right = static_cast<int>(sides[2]),
          .bottom = static_cast<int>(sides[3])};
}

SpooledFrame read_frame(Reader& reader, const Rect& target) {
  SpooledFrame frame{.frame = reader.rect("frame")};
  const auto upload = reader.numbers("upload", 2, 1, pixels::Bitmap::max_side);
  frame.upload_width = static_cast<int>(upload[0]);
  frame.upload_height = static_cast<int>(upload[1]);
  const auto edge = reader.numbers("edge", 2, 0, max_edge);
  Treatment& by = frame.treatment;
  by.feather = static_cast<int>(edge[0]);
  by.spill = static_cast<int>(edge[1]);
  if (reader.has("fit")) read_fit(reader, by);
  if (reader.has("padding")) frame.padding = read_padding(reader);
  reader.check(!target.empty() && intersection(frame.frame, target) == target);
  return frame;
}

}  // namespace

SpoolRecord without_pixels(SpoolRecord record) {
  record.pictures.clear();
  record.sent.reset();
  record.source.selection = {};
  return record;
}

std::string to_json(const SpoolRecord& record, const SpooledFiles& files) {
  const host::Source& source = record.source;
  const std::int64_t version_of[] = {version};
  const std::int64_t time[] = {record.time};
  const std::int64_t image[] = {source.image_id};
  const std::int64_t canvas[] = {source.canvas_width, source.canvas_height};
  std::string names;
  for (const std::string& name : files.pictures)
    names += (names.empty() ? "" : ", ") + protocol::quote_json(name);
  return "{\n" + numbered("version", version_of) + numbered("time", time) +
         quoted("prompt", record.prompt) + quoted("model", record.model) +
         quoted("host", record.host) + quoted("text", record.text) +
         quoted("layer_name", record.layer_name) + quoted("area", name_of(source.area)) +
         numbered("image_id", image) + quoted("image_name", source.image_name) +
         quoted("image_file", source.image_file) + numbered("canvas", canvas) +
         numbered("extents", source.extents) + numbered("target", source.bounds) +
         (source.session.empty() ? "" : quoted("session", source.session)) +
         (record.frame ? framed(*record.frame) : "") +
         (record.recipe ? quoted("recipe", to_json(*record.recipe)) : "") +
         (record.is_trained ? "" : "\"is_trained\": false,\n") +
         (files.sent.empty() ? "" : quoted("sent", files.sent)) +
         "\"selection\": " + (files.has_selection ? "true" : "false") + ",\n\"pictures\": [" +
         names + "]\n}\n";
}

std::optional<SpooledDescription> read_description(std::string_view json) {
  const auto document = protocol::parse_json(json);
  Reader reader(protocol::object_of(document.get()));
  reader.number("version", version, version);
  SpooledDescription description;
  SpoolRecord& record = description.record;
  record.time = reader.numbers("time", 1, 0, max_time)[0];
  record.prompt = reader.text("prompt");
  record.model = reader.text("model");
  record.host = reader.text("host");
  record.text = reader.text("text");
  record.layer_name = reader.text("layer_name");
  record.source = read_source(reader);
  if (reader.has("frame")) record.frame = read_frame(reader, record.source.bounds);
  if (reader.has("is_trained")) record.is_trained = reader.flag("is_trained");
  if (reader.has("recipe")) {
    // A damaged one is no reason to lose what was paid for.
    if (auto recipe = read_recipe(reader.text("recipe"))) record.recipe = std::move(*recipe);
  }
  description.files.has_selection = reader.flag("selection");
  description.files.pictures = reader.file_names("pictures");
  if (reader.has("sent")) description.files.sent = reader.file_name("sent", "sent.");
  if (!reader.is_sound()) return {};
  return description;
}

}  // namespace wordbrush::edit
