// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/text_pictures.h"

#include <glib.h>

#include <algorithm>
#include <optional>
#include <string>

#include "protocol/base64.h"
#include "protocol/data_url.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

using std::string_view;

constexpr string_view picture_start = "![";
constexpr string_view data_start = "data:";

// Longer ones are no addresses, alternative texts and tags, so that a search
// never looks far.
constexpr std::size_t max_link_bytes = 4096;
constexpr std::size_t max_alt_bytes = 1024;

bool starts_with_folded(string_view text, string_view lower_start) {
  return lower(text.substr(0, lower_start.size())) == lower_start;
}

bool is_link(string_view text) {
  return starts_with_folded(text, "https://") || starts_with_folded(text, "http://") ||
         (text.starts_with('/') && !text.starts_with("//") && text.size() > 1);
}

enum class Spaces {
  BeforeMarks,  ///< words may follow
  Anywhere,     ///< a bracket follows
};

/// Where the base64 ends that starts at `at`: characters, marks and white space.
std::size_t payload_end(string_view text, std::size_t at, Spaces spaces, const RunStore& store) {
  std::size_t end = at;
  while (at < text.size()) {
    if (const std::size_t count = count_base64(text.substr(at)); count > 0 || text[at] == '=') {
      if (spaces == Spaces::BeforeMarks && end < at) break;
      end = at += std::max(count, std::size_t{1});
    } else if (const std::size_t mark = store.mark_length(text.substr(at)); mark > 0) {
      end = at += mark;
    } else if (g_ascii_isspace(text[at])) {
      ++at;
    } else {
      break;
    }
  }
  return end;
}

/// The data URL at `at`, from "data:" to the payload's end.
std::optional<TextPicture> data_url_at(string_view text, std::size_t at, Spaces spaces,
                                       const RunStore& store) {
  if (!starts_with_folded(text.substr(at), data_start)) return std::nullopt;
  const auto url = split_data_url(text.substr(at));
  if (!url) return std::nullopt;
  const std::size_t payload = text.size() - url->payload.size();
  const std::size_t end = payload_end(text, payload, spaces, store);
  return TextPicture{at, end, text.substr(at, end - at), end == text.size()};
}

std::size_t skip_space(string_view text, std::size_t at) {
  while (at < text.size() && g_ascii_isspace(text[at])) ++at;
  return at;
}

/// The link that starts at `at` and ends before the bracket or white space that
/// closes it; brackets within it are balanced.
std::optional<TextPicture> link_at(string_view text, std::size_t at) {
  if (!is_link(text.substr(at))) return std::nullopt;
  const std::size_t limit = std::min(text.size(), at + max_link_bytes);
  int depth = 0;
  std::size_t end = at;
  for (; end < limit && !g_ascii_isspace(text[end]) && text[end] != '>'; ++end) {
    if (text[end] == '(') ++depth;
    if (text[end] == ')' && --depth < 0) break;
  }
  if (end == at + max_link_bytes) return std::nullopt;
  return TextPicture{at, end, text.substr(at, end - at), end == text.size()};
}

/// Where the `)` stands that closes a target which ends at `at`, behind a `>` or a
/// title in quotes.
std::optional<std::size_t> closing_bracket(string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '>') ++at;
  at = skip_space(text, at);
  if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
    const std::size_t quote = text.substr(0, at + max_alt_bytes).find(text[at], at + 1);
    if (quote == string_view::npos) return std::nullopt;
    at = skip_space(text, quote + 1);
  }
  if (at < text.size() && text[at] == ')') return at;
  return std::nullopt;
}

/// ![alt](target "title"), at `at`.
std::optional<TextPicture> markdown_at(string_view text, std::size_t at, const RunStore& store) {
  if (!text.substr(at).starts_with(picture_start)) return std::nullopt;
  const string_view near = text.substr(0, at + max_alt_bytes);
  const std::size_t bracket = near.find("](", at);
  if (bracket == string_view::npos) return std::nullopt;
  // Another picture starts before this one has a target.
  if (near.substr(0, bracket).find(picture_start, at + 1) != string_view::npos) return std::nullopt;
  std::size_t target = skip_space(text, bracket + 2);
  if (target < text.size() && text[target] == '<') ++target;
  auto found = data_url_at(text, target, Spaces::Anywhere, store);
  if (!found) found = link_at(text, target);
  if (!found) return std::nullopt;

  auto close = closing_bracket(text, found->end);
  if (!close && starts_with_folded(found->source, data_start)) {
    found = data_url_at(text, target, Spaces::BeforeMarks, store);
    close = closing_bracket(text, found->end);
  }
  const bool is_at_end = skip_space(text, found->end) == text.size();
  if (!close && !is_at_end && !starts_with_folded(found->source, data_start)) return std::nullopt;
  found->start = at;
  found->is_open = !close && is_at_end;
  if (close) found->end = *close + 1;
  return found;
}

/// <img ... src="source" ...>, at `at`.
std::optional<TextPicture> html_at(string_view text, std::size_t at) {
  if (!starts_with_folded(text.substr(at), "<img")) return std::nullopt;
  const std::size_t end = text.substr(0, at + max_link_bytes).find('>', at);
  if (end == string_view::npos) return std::nullopt;
  const string_view tag = text.substr(at, end - at);
  const std::size_t name = lower(tag).find("src=");
  if (name == string_view::npos) return std::nullopt;
  const std::size_t start = name + string_view("src=").size();
  if (start >= tag.size() || (tag[start] != '"' && tag[start] != '\'')) return std::nullopt;
  const std::size_t quote = tag.find(tag[start], start + 1);
  if (quote == string_view::npos) return std::nullopt;
  return TextPicture{at, end + 1, tag.substr(start + 1, quote - start - 1), false};
}

std::optional<TextPicture> picture_at(string_view text, std::size_t at, const RunStore& store) {
  switch (text[at]) {
    case '!':
      return markdown_at(text, at, store);
    case '<':
      return html_at(text, at);
    case 'd':
    case 'D':
      return data_url_at(text, at, Spaces::BeforeMarks, store);
    default:
      return std::nullopt;
  }
}

/// A text that is a link and nothing else.
std::optional<TextPicture> whole_link(string_view text) {
  string_view words = trimmed(text);
  if (words.starts_with('<') && words.ends_with('>')) words = words.substr(1, words.size() - 2);
  if (words.starts_with('/') || !is_link(words)) return std::nullopt;
  if (std::ranges::any_of(words, [](char character) { return g_ascii_isspace(character); }))
    return std::nullopt;
  return TextPicture{0, text.size(), words, true};
}

}  // namespace

std::vector<TextPicture> find_pictures(string_view text, const RunStore& store) {
  if (const auto link = whole_link(text)) return {*link};
  std::vector<TextPicture> found;
  std::size_t at = 0;
  while ((at = text.find_first_of("!<dD", at)) != string_view::npos) {
    const auto picture = picture_at(text, at, store);
    if (picture) found.push_back(*picture);
    at = picture ? picture->end : at + 1;
  }
  return found;
}

bool is_payload(string_view text, bool with_spaces, const RunStore& store) {
  const bool has_spaces = std::ranges::any_of(text, [](char c) { return g_ascii_isspace(c); });
  if (has_spaces && !with_spaces) return false;
  const string_view characters = trimmed(text);
  return payload_end(characters, 0, Spaces::Anywhere, store) == characters.size();
}

std::size_t unfinished_start(string_view text) {
  constexpr std::size_t tail_bytes = max_alt_bytes;
  const std::size_t from = text.size() - std::min(text.size(), tail_bytes);
  const std::size_t start = text.rfind(picture_start);
  if (start != string_view::npos && start >= from && !text.substr(start).contains(')'))
    return start;
  return text.size();
}

}  // namespace wordbrush::protocol
