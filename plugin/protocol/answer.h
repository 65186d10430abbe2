// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "protocol/error_words.h"
#include "protocol/reply.h"

namespace wordbrush::protocol {

/// Where an answer says that a picture is, still as text.
struct PictureSource {
  enum class Form {
    Address,  ///< a data URL or a link
    Base64,   ///< base64 alone, or a data URL all the same
  };
  std::string text;
  Form form = Form::Address;
  std::size_t at = 0;  ///< bytes of words before it
};

/// What was found in the messages of one choice.
struct Message {
  std::string words;        ///< of `content`
  std::string other_words;  ///< of the places that repeat `content`
  std::string reasoning;
  std::string refusal;
  std::vector<PictureSource> pictures;
};

struct Choice {
  Message streamed;  ///< of `delta`: each goes on where the last one ended
  Message whole;     ///< of `message`: says everything
  std::string finish_reason;
};

/// What was found in a body, or in the events of a stream so far. Any text may hold
/// marks of the reader's RunStore.
struct Answer {
  std::map<std::int64_t, Choice> choices;  ///< by their index
  std::optional<PictureSource> preview;    ///< the last one that a stream showed on its way
  std::string model;
  Usage usage;
  std::optional<Task> task;                  ///< that has not ended
  std::string block_reason;                  ///< why the prompt was refused
  std::string finish_message;                ///< what a refusal says about itself
  std::optional<ErrorWords> error;           ///< the first that says it is one
  std::optional<ErrorWords> possible_error;  ///< words that are one where nothing else comes
  bool has_json = false;                     ///< was JSON at all
  bool is_known_shape = false;               ///< holds a member that answers of models have
};

}  // namespace wordbrush::protocol
