// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/run_store.h"

#include <glib.h>

#include <array>
#include <charconv>
#include <format>
#include <utility>

namespace wordbrush::protocol {

namespace {

// U+E000 and U+E001, of the private use area.
constexpr std::string_view opening = "\xEE\x80\x80";
constexpr std::string_view closing = "\xEE\x80\x81";

}  // namespace

RunStore::RunStore() : mark_start_(opening) {
  constexpr int random_words = 3;
  // Of one length: limits in bytes must not depend on what was drawn.
  for (int i = 0; i < random_words; ++i) mark_start_ += std::format("{:010}.", g_random_int());
}

std::string RunStore::add(Base64Run run) {
  runs_.push_back(std::move(run));
  return mark_start_ + std::to_string(runs_.size() - 1) + std::string(closing);
}

std::optional<RunStore::Mark> RunStore::find_mark(std::string_view text, std::size_t from) const {
  for (std::size_t at = from; (at = text.find(mark_start_, at)) != std::string_view::npos; ++at) {
    const std::string_view number = text.substr(at + mark_start_.size());
    std::size_t run = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), run);
    const std::size_t digits = std::size_t(read.ptr - number.data());
    if (read.ec != std::errc() || run >= runs_.size()) continue;
    if (!number.substr(digits).starts_with(closing)) continue;
    return Mark{at, at + mark_start_.size() + digits + closing.size(), run};
  }
  return std::nullopt;
}

std::vector<RunStore::Mark> RunStore::find_marks(std::string_view text) const {
  std::vector<Mark> marks;
  for (auto mark = find_mark(text, 0); mark; mark = find_mark(text, mark->end))
    marks.push_back(*mark);
  return marks;
}

std::size_t RunStore::mark_length(std::string_view text) const {
  if (!text.starts_with(mark_start_)) return 0;
  const auto mark = find_mark(text, 0);
  return mark && mark->start == 0 ? mark->end : 0;
}

std::string RunStore::restored(std::string_view text) const {
  std::string result;
  std::size_t at = 0;
  for (const Mark& mark : find_marks(text)) {
    result.append(text.substr(at, mark.start - at)).append(runs_[mark.run].to_text());
    at = mark.end;
  }
  return result.append(text.substr(at));
}

std::string RunStore::without_marks(std::string_view text) const {
  std::string result;
  std::size_t at = 0;
  for (const Mark& mark : find_marks(text)) {
    result.append(text.substr(at, mark.start - at));
    at = mark.end;
  }
  return result.append(text.substr(at));
}

std::optional<Bytes> RunStore::take_payload(std::string_view text) {
  const auto marks = find_marks(text);
  std::size_t bytes = text.size();
  for (const Mark& mark : marks) bytes += runs_[mark.run].decoded_bytes();

  Base64Decoder decoder;
  const bool brings_its_room = marks.size() == 1 && runs_[marks[0].run].is_in_one_piece();
  if (!brings_its_room) decoder.reserve(bytes);
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    if (!decoder.feed(text.substr(at, mark.start - at))) return std::nullopt;
    if (!runs_[mark.run].move_into(decoder)) return std::nullopt;
    at = mark.end;
  }
  if (!decoder.feed(text.substr(at))) return std::nullopt;
  return std::move(decoder).finish();
}

}  // namespace wordbrush::protocol
