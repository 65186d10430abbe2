// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/sse_parser.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <array>
#include <utility>

#include "protocol/limits.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

bool is_ignored_field(std::string_view name) {
  constexpr std::array<std::string_view, 3> ignored = {"event", "id", "retry"};
  return std::ranges::find(ignored, name) != ignored.end();
}

}  // namespace

Result<std::vector<std::string>> SseParser::feed(std::string_view text) {
  std::vector<std::string> events;
  if (!text.empty() && std::exchange(after_cr_, false) && text.front() == '\n')
    text.remove_prefix(1);
  while (!text.empty()) {
    // One after the other, since to look for two at once is many times slower.
    const std::size_t line_feed = std::min(text.find('\n'), text.size());
    const std::size_t end = std::min(text.substr(0, line_feed).find('\r'), line_feed);
    line_ += text.substr(0, end);
    if (line_.size() + data_.size() > max_text_bytes)
      return fail(ErrorKind::Protocol, _("The answer holds far more text than a picture needs."));
    if (end == text.size()) break;

    const bool is_cr = text[end] == '\r';
    text.remove_prefix(end + 1);
    end_line(events);
    after_cr_ = is_cr && text.empty();
    if (is_cr && text.starts_with('\n')) text.remove_prefix(1);
  }
  return events;
}

std::vector<std::string> SseParser::finish() {
  std::vector<std::string> events;
  end_line(events);
  end_event(events);
  return events;
}

void SseParser::end_line(std::vector<std::string>& events) {
  std::string_view line = line_;
  if (std::exchange(first_line_, false) && line.starts_with(byte_order_mark))
    line.remove_prefix(byte_order_mark.size());

  const std::size_t colon = std::min(line.find(':'), line.size());
  const std::string_view name = line.substr(0, colon);
  std::string_view value = line.substr(std::min(colon + 1, line.size()));
  if (value.starts_with(' ')) value.remove_prefix(1);

  const bool is_comment = name.empty() && !line.empty();
  if (line.empty()) {
    end_event(events);
  } else if (name == "data") {
    take_data(value);
  } else if (!is_comment && !is_ignored_field(name)) {
    const bool is_json = line.starts_with('{') || line.starts_with('[');
    if (is_json || !data_.empty()) take_data(line);
  }
  line_.clear();
}

void SseParser::take_data(std::string_view value) {
  data_.append(value).push_back('\n');
}

void SseParser::end_event(std::vector<std::string>& events) {
  if (data_.empty()) return;
  data_.pop_back();
  events.push_back(std::exchange(data_, {}));
}

}  // namespace wordbrush::protocol
