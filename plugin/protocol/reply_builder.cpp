// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/reply_builder.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/glib_ptr.h"
#include "protocol/finish_reason.h"
#include "protocol/json_words.h"
#include "protocol/limits.h"
#include "protocol/message_words.h"
#include "protocol/picture_list.h"
#include "protocol/text_pictures.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

// The status that came with the answer.
constexpr int accepted = 200;

/// What a choice's messages come to.
struct Outcome {
  std::string words;
  std::string refusal;
  bool has_open_picture = false;
};

std::string without_pictures(const std::string& words, const std::vector<TextPicture>& pictures,
                             const RunStore& store) {
  std::string rest;
  std::size_t at = 0;
  for (const TextPicture& picture : pictures) {
    rest.append(words, at, picture.start - at);
    at = picture.end;
  }
  return store.restored(rest.append(words, at));
}

/// The pictures of the message's parts and those in its words, in order.
Outcome collect(const Choice& choice, bool is_terminated, PictureList& list, RunStore& store) {
  Outcome outcome;
  const auto inner = unwrap_json(words_of(choice), store);
  const std::string& words = inner ? inner->words : words_of(choice);
  const auto shown = find_pictures(words, store);

  std::vector<PictureSource> sources = choice.streamed.pictures;
  std::ranges::copy(choice.whole.pictures, std::back_inserter(sources));
  if (inner) std::ranges::copy(inner->pictures, std::back_inserter(sources));
  for (const TextPicture& picture : shown) {
    if (picture.is_open && !is_terminated) {
      outcome.has_open_picture = true;
    } else {
      sources.push_back({std::string(picture.source), PictureSource::Form::Address, picture.start});
    }
  }
  std::ranges::stable_sort(sources, {}, &PictureSource::at);
  for (const PictureSource& source : sources) list.add(source.text, source.form);

  outcome.words = without_gaps(without_pictures(words, shown, store));
  outcome.refusal = choice.whole.refusal + choice.streamed.refusal;
  return outcome;
}

/// The last resort, since a draft looks like a result.
void collect_reasoning(const Choice& choice, PictureList& list, const RunStore& store) {
  const std::string& words =
      choice.whole.reasoning.empty() ? choice.streamed.reasoning : choice.whole.reasoning;
  for (const TextPicture& picture : find_pictures(words, store))
    if (!picture.is_open) list.add(picture.source, PictureSource::Form::Address);
}

/// A preview has been paid for as well, where a stream ends well without more. False
/// where it did not.
bool add_preview(const Answer& answer, const BodyEnd& end, PictureList& list) {
  if (!answer.preview || answer.error || end.is_cut) return false;
  list.add(answer.preview->text, answer.preview->form);
  return !list.empty();
}

std::string formatted(const char* format, const std::string& words) {
  const GCharPtr text(g_strdup_printf(format, words.c_str()));
  return text.get();
}

FinishClass finish_of(const Answer& answer, std::string& reason) {
  FinishClass worst = FinishClass::Normal;
  for (const auto& [index, choice] : answer.choices) {
    const FinishClass found = finish_class(choice.finish_reason);
    if (reason.empty() || worst == FinishClass::Normal) reason = choice.finish_reason;
    if (worst == FinishClass::Normal) worst = found;
  }
  return worst;
}

Error safety_error(const Answer& answer, const std::string& refusal, const std::string& words,
                   const std::string& reason) {
  for (const std::string& said : {refusal, answer.finish_message, words}) {
    if (!said.empty())
      return {ErrorKind::Safety, shortened(without_keys(said), max_quoted_characters)};
  }
  const std::string& named = answer.block_reason.empty() ? reason : answer.block_reason;
  return {ErrorKind::Safety,
          formatted(_("it gives as its reason only %s"), shortened(named, max_quoted_characters))};
}

/// Why there are words at most.
Error no_picture(FinishClass finish, const std::string& words) {
  const std::string said = shortened(words, max_quoted_characters);
  if (finish == FinishClass::Length && !said.empty())
    return {ErrorKind::NoImage, formatted(_("cut off at its limit: %s"), said)};
  if (finish == FinishClass::Length)
    return {ErrorKind::NoImage, _("it reached its limit before there was one")};
  if (!said.empty()) return {ErrorKind::NoImage, said};
  if (finish == FinishClass::NoImage) return {ErrorKind::NoImage, {}};
  return {ErrorKind::Empty, {}};
}

/// Puts back what the sieve took for base64 where no picture can be.
void restore_names(Answer& answer, const RunStore& store) {
  const auto restore = [&](std::string& text) { text = store.restored(text); };
  for (std::string* const text : {&answer.model, &answer.block_reason, &answer.finish_message})
    restore(*text);
  for (auto& [index, choice] : answer.choices) {
    restore(choice.finish_reason);
    restore(choice.whole.refusal);
    restore(choice.streamed.refusal);
  }
  for (auto* const error : {&answer.error, &answer.possible_error}) {
    if (!*error) continue;
    restore((*error)->message);
    for (std::string& code : (*error)->codes) restore(code);
  }
}

bool was_interrupted(const Answer& answer, const BodyEnd& end) {
  return end.is_cut || (!end.is_terminated && !answer.choices.empty());
}

/// What it means that no picture came.
Error explain(const Answer& answer, const BodyEnd& end, const Outcome& outcome,
              const PictureList& list) {
  std::string reason;
  const FinishClass finish = finish_of(answer, reason);
  if (answer.error) return to_error(*answer.error, accepted);
  if (!outcome.refusal.empty() || !answer.block_reason.empty() || finish == FinishClass::Safety)
    return safety_error(answer, outcome.refusal, outcome.words, reason);
  if (outcome.has_open_picture || was_interrupted(answer, end)) return {ErrorKind::Truncated, {}};
  if (list.has_broken()) return {ErrorKind::BadImage, _("The picture in the answer is damaged.")};
  if (finish == FinishClass::Failure)
    return {ErrorKind::Upstream, shortened(outcome.words, max_quoted_characters)};
  if (!outcome.words.empty()) return no_picture(finish, outcome.words);
  if (answer.possible_error) return to_error(*answer.possible_error, accepted);
  if (!answer.is_known_shape && !end.unreadable.empty())
    return {ErrorKind::Protocol, formatted(_("The answer cannot be understood: %s"),
                                           shortened(end.unreadable, max_quoted_characters))};
  if (!answer.is_known_shape && answer.has_json)
    return {ErrorKind::Protocol, _("The answer is not one of a model that makes pictures.")};
  return no_picture(finish, "");
}

}  // namespace

Result<Reply> build_reply(Answer answer, const BodyEnd& end, RunStore& store) {
  restore_names(answer, store);
  PictureList list(store);
  Outcome outcome;
  for (const auto& [index, choice] : answer.choices) {
    const bool is_terminated =
        end.is_terminated && finish_class(choice.finish_reason) != FinishClass::Length;
    const Outcome found = collect(choice, is_terminated, list, store);
    add_paragraph(outcome.words, found.words);
    add_paragraph(outcome.refusal, found.refusal);
    outcome.has_open_picture |= found.has_open_picture;
  }
  if (list.empty()) {
    for (const auto& [index, choice] : answer.choices) collect_reasoning(choice, list, store);
  }
  const bool has_only_begun =
      list.empty() && answer.task && !answer.error && outcome.refusal.empty();
  if (list.empty() && !has_only_begun && add_preview(answer, end, list))
    add_paragraph(outcome.words, _("Only a preview of the picture came."));
  if (list.empty() && !has_only_begun) return fail(explain(answer, end, outcome, list));

  if (answer.error) add_paragraph(outcome.words, to_error(*answer.error, accepted).detail);
  Reply reply{.task = has_only_begun ? std::move(answer.task) : std::nullopt,
              .text = cut_to_limit(std::move(outcome.words)),
              .model = std::move(answer.model),
              .usage = answer.usage};
  finish_of(answer, reply.finish_reason);
  reply.pictures = std::move(list).take();
  return reply;
}

}  // namespace wordbrush::protocol
