// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/reply_reader.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/glib_ptr.h"
#include "protocol/body_kind.h"
#include "protocol/event_template.h"
#include "protocol/json.h"
#include "protocol/json_repair.h"
#include "protocol/limits.h"
#include "protocol/live_words.h"
#include "protocol/payload_sieve.h"
#include "protocol/reply_builder.h"
#include "protocol/shapes.h"
#include "protocol/sse_parser.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

/// Calls `take` with each line that is not empty.
template <class Take>
void for_each_line(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    if (const auto line = trimmed(text.substr(0, end)); !line.empty()) take(line);
    text = end == std::string_view::npos ? "" : text.substr(end + 1);
  }
}

}  // namespace

class ReplyReader::State {
 public:
  Result<void> feed(std::string_view bytes);
  std::string text_so_far() { return live_words_.update(answer_, store_); }
  Result<Reply> finish();
  const Usage& usage() const { return usage_; }

 private:
  Result<void> start(BodyKind kind);
  Result<void> feed_kind(std::string_view bytes);
  Result<void> feed_stream(std::string_view bytes);
  void take_event(std::string_view data);
  bool take_json(std::string_view text);
  void take_lines(std::string_view text);
  void finish_json();
  void finish_stream();
  bool has_finish_reason() const;
  Error page_error() const;

  std::size_t body_bytes_ = 0;
  std::optional<BodyKind> kind_;
  std::string start_;  // the bytes before the kind is known
  RunStore store_;
  std::optional<PayloadSieve> sieve_;
  SseParser stream_;
  EventTemplate template_;
  LiveWords live_words_;
  std::string text_;  // JSON without its pictures; the start of a page
  Answer answer_;
  Usage usage_;
  BodyEnd end_;
};

Result<void> ReplyReader::State::feed(std::string_view bytes) {
  body_bytes_ += bytes.size();
  if (body_bytes_ > max_body_bytes)
    return fail(ErrorKind::Protocol, _("The answer is larger than any picture."));
  if (kind_) return feed_kind(bytes);

  start_ += bytes;
  if (const auto kind = kind_of_start(start_)) return start(*kind);
  if (start_.size() > max_text_bytes)
    return fail(ErrorKind::Protocol, _("The answer starts with nothing but white space."));
  return {};
}

Result<void> ReplyReader::State::start(BodyKind kind) {
  kind_ = kind;
  if (kind == BodyKind::Json) sieve_.emplace(PayloadSieve::LineEnd::PartOfString, store_);
  if (kind == BodyKind::EventStream) sieve_.emplace(PayloadSieve::LineEnd::EndsString, store_);
  const std::string bytes = std::exchange(start_, {});
  return feed_kind(without_lead(bytes));
}

Result<void> ReplyReader::State::feed_kind(std::string_view bytes) {
  if (*kind_ == BodyKind::EventStream) return feed_stream(bytes);
  if (*kind_ == BodyKind::Json) {
    if (auto fed = sieve_->feed(bytes, text_); !fed) return fed;
    if (text_.size() > max_text_bytes)
      return fail(ErrorKind::Protocol, _("The answer holds far more text than a picture needs."));
    return {};
  }
  // Only the words of a page matter, and they stand at its start.
  constexpr std::size_t max_page_bytes = mebibyte / 16;
  text_ += bytes.substr(0, max_page_bytes - std::min(text_.size(), max_page_bytes));
  return {};
}

Result<void> ReplyReader::State::feed_stream(std::string_view bytes) {
  std::string text;
  if (auto sieved = sieve_->feed(bytes, text); !sieved) return sieved;
  const auto events = stream_.feed(text);
  if (!events) return fail(events.error());
  for (const std::string& data : *events) take_event(data);
  return {};
}

void ReplyReader::State::take_event(std::string_view data) {
  const std::string_view text = trimmed(data);
  if (end_.is_terminated || text.empty()) return;
  if (text == "[DONE]") {
    end_.is_terminated = true;
  } else if (!take_json(text)) {
    take_lines(text);
  }
}

/// False where `text` is no JSON.
bool ReplyReader::State::take_json(std::string_view text) {
  if (template_.read(text, answer_)) return true;
  const JsonNodePtr document = parse_json(text);
  if (!document) return false;
  read_shapes(document.get(), answer_);
  if (template_.wants_to_learn() && *kind_ == BodyKind::EventStream) template_.learn(text);
  return true;
}

/// Events without the blank line between them, and the last one of a lost stream.
void ReplyReader::State::take_lines(std::string_view text) {
  for_each_line(text, [&](std::string_view line) {
    if (line == "[DONE]") {
      end_.is_terminated = true;
    } else if (!take_json(line)) {
      end_.is_cut |= is_cut_json(line);
      if (end_.unreadable.empty()) end_.unreadable = store_.without_marks(line);
      take_json(closed_json(line));
    }
  });
}

void ReplyReader::State::finish_json() {
  sieve_->finish(text_);
  if (take_json(text_)) {
    end_.is_terminated = true;
  } else if (text_.contains("\ndata:") || text_.contains("\rdata:")) {
    const auto events = stream_.feed(text_);
    if (events)
      for (const std::string& data : *events) take_event(data);
    finish_stream();
  } else if (is_cut_json(text_)) {
    end_.is_cut = true;
    take_json(closed_json(text_));
  } else {
    take_lines(text_);
  }
}

void ReplyReader::State::finish_stream() {
  for (const std::string& data : stream_.finish()) take_event(data);
  end_.is_terminated |= has_finish_reason();
}

bool ReplyReader::State::has_finish_reason() const {
  for (const auto& [index, choice] : answer_.choices)
    if (!choice.finish_reason.empty()) return true;
  return false;
}

Error ReplyReader::State::page_error() const {
  const std::string words = *kind_ == BodyKind::Html ? words_of_html(text_) : text_;
  const std::string quoted = shortened(without_keys(words), max_quoted_characters);
  const char* const format = *kind_ == BodyKind::Html
                                 ? _("The address answers with a web page (%s)")
                                 : _("The answer cannot be understood: %s");
  const GCharPtr detail(g_strdup_printf(format, quoted.c_str()));
  return {ErrorKind::Protocol, detail.get()};
}

Result<Reply> ReplyReader::State::finish() {
  if (!kind_) {
    if (auto started = start(kind_of_body(start_)); !started) return fail(started.error());
  }
  switch (*kind_) {
    case BodyKind::Nothing:
      break;
    case BodyKind::Json:
      finish_json();
      break;
    case BodyKind::EventStream: {
      std::string rest;
      sieve_->finish(rest);
      if (const auto events = stream_.feed(rest))
        for (const std::string& data : *events) take_event(data);
      finish_stream();
      break;
    }
    case BodyKind::Html:
    case BodyKind::Words:
      return fail(page_error());
  }
  usage_ = answer_.usage;
  return build_reply(std::move(answer_), end_, store_);
}

ReplyReader::ReplyReader() : state_(std::make_unique<State>()) {}
ReplyReader::ReplyReader(ReplyReader&&) noexcept = default;
ReplyReader& ReplyReader::operator=(ReplyReader&&) noexcept = default;
ReplyReader::~ReplyReader() = default;

Result<void> ReplyReader::feed(std::string_view bytes) {
  return state_->feed(bytes);
}

std::string ReplyReader::text_so_far() {
  return state_->text_so_far();
}

Result<Reply> ReplyReader::finish() {
  return state_->finish();
}

const Usage& ReplyReader::usage() const {
  return state_->usage();
}

}  // namespace wordbrush::protocol
