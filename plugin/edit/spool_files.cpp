// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/spool_files.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/glib_ptr.h"
#include "base/private_mode.h"
#include "pixels/mask.h"
#include "pixels/picture_type.h"
#include "protocol/limits.h"

namespace wordbrush::edit {

namespace {

constexpr const char* description_name = "record.json";
constexpr const char* selection_name = "selection.pgm";
constexpr std::uintmax_t max_description_bytes = 4 * protocol::mebibyte;
constexpr std::uintmax_t max_selection_bytes = 2048 * protocol::mebibyte;

/// `flags` is 0 where nobody sees the file before its folder has its name.
Result<void> write(const std::filesystem::path& file, std::string_view bytes,
                   GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_NONE) {
  GErrorPtr error;
  if (!g_file_set_contents_full(file.c_str(), bytes.data(), static_cast<gssize>(bytes.size()),
                                flags, private_file, out(error)))
    return fail(ErrorKind::Settings, error->message);
  return {};
}

std::string_view view_of(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// "picture-1.png" of "picture-1", for people who look into the folder.
std::string file_name(const std::string& name, const Bytes& bytes) {
  const std::string type = pixels::mime_type(pixels::sniff(bytes));
  const bool is_known = type.starts_with("image/");
  const std::string suffix = is_known ? type.substr(type.find('/') + 1) : "data";
  return name + "." + suffix.substr(0, suffix.find('+'));
}

std::string pgm_head(int width, int height) {
  return "P5\n" + std::to_string(width) + " " + std::to_string(height) + "\n255\n";
}

/// The file's bytes; nothing where it is missing, empty, larger, or no plain file.
std::optional<Bytes> read(const std::filesystem::path& file, std::uintmax_t max_bytes) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file, error))) return {};
  const auto size = std::filesystem::file_size(file, error);
  if (error || size == 0 || size > max_bytes) return {};
  gchar* content = nullptr;
  gsize length = 0;
  if (!g_file_get_contents(file.c_str(), &content, &length, nullptr)) return {};
  const GCharPtr owned(content);
  const auto* const first = reinterpret_cast<const std::uint8_t*>(content);
  return Bytes(first, first + length);
}

std::optional<SpooledDescription> describe(const std::filesystem::path& folder) {
  const auto json = read(folder / description_name, max_description_bytes);
  return json ? read_description(view_of(*json)) : std::nullopt;
}

/// The values of a mask of this size.
std::optional<pixels::Mask> read_selection(const std::filesystem::path& folder, int width,
                                           int height) {
  const auto bytes = read(folder / selection_name, max_selection_bytes);
  const std::string head = pgm_head(width, height);
  const std::size_t size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  if (!bytes || bytes->size() != head.size() + size || !view_of(*bytes).starts_with(head))
    return {};
  pixels::Mask selection(width, height);
  std::memcpy(selection.values.data(), bytes->data() + head.size(), size);
  return selection;
}

}  // namespace

Result<void> write_record(const std::filesystem::path& folder, const SpoolRecord& record) {
  SpooledFiles files;
  auto& names = files.pictures;
  for (const SharedBytes& picture : record.pictures) {
    names.push_back(file_name("picture-" + std::to_string(names.size() + 1), *picture));
    if (auto done = write(folder / names.back(), view_of(*picture)); !done) return done;
  }
  const pixels::Mask& selection = record.source.selection;
  files.has_selection = !selection.empty();
  if (!selection.empty()) {
    const std::string file = pgm_head(selection.width, selection.height) +
                             std::string(reinterpret_cast<const char*>(selection.values.data()),
                                         selection.values.size());
    if (auto done = write(folder / selection_name, file); !done) return done;
  }
  if (record.sent) {
    files.sent = file_name("sent", *record.sent);
    if (auto done = write(folder / files.sent, view_of(*record.sent)); !done) return done;
  }
  return write(folder / description_name, to_json(record, files));
}

void sync_record(const std::filesystem::path& folder) {
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    const int descriptor = g_open(at->path().c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) continue;
    fsync(descriptor);
    close(descriptor);
  }
}

Result<void> write_image_file(const std::filesystem::path& folder, const std::string& image_file) {
  auto description = describe(folder);
  if (!description) return fail(ErrorKind::BadImage, {});
  description->record.source.image_file = image_file;
  return write(folder / description_name, to_json(description->record, description->files),
               G_FILE_SET_CONTENTS_CONSISTENT);
}

std::optional<SpoolRecord> read_bare_record(const std::filesystem::path& folder) {
  return describe(folder).transform([](auto description) { return std::move(description.record); });
}

std::optional<SpoolRecord> read_record(const std::filesystem::path& folder) {
  auto description = describe(folder);
  if (!description) return {};
  SpoolRecord record = std::move(description->record);
  for (const std::string& name : description->files.pictures) {
    auto bytes = read(folder / name, protocol::max_picture_bytes);
    if (!bytes) return {};
    record.pictures.push_back(std::make_shared<const Bytes>(std::move(*bytes)));
  }
  // The answer is of use without it.
  if (!description->files.sent.empty())
    if (auto bytes = read(folder / description->files.sent, protocol::max_picture_bytes))
      record.sent = std::make_shared<const Bytes>(std::move(*bytes));
  if (description->files.has_selection) {
    auto selection =
        read_selection(folder, record.source.bounds.width, record.source.bounds.height);
    if (!selection) return {};
    record.source.selection = std::move(*selection);
  }
  return record;
}

}  // namespace wordbrush::edit
