// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/instructions.h"

#include <glib/gi18n.h>

#include <algorithm>

#include "demo/vocabulary.h"
#include "demo/words.h"

namespace wordbrush::demo {

namespace {

/// The longest known word that stands at the byte `at`.
const Word* word_at(const WordText& text, std::size_t at) {
  const Word* longest = nullptr;
  for (const Word& word : vocabulary()) {
    const bool is_longer = longest == nullptr || word.text.size() > longest->text.size();
    if (is_longer && text.has_at(at, word.text)) longest = &word;
  }
  return longest;
}

const char* sentence_of(Action action) {
  switch (action) {
    case Action::BlackAndWhite:
      return _("Made the picture black and white.");
    case Action::Sepia:
      return _("Gave the picture sepia tones.");
    case Action::Warmer:
      return _("Made the colors warmer.");
    case Action::Cooler:
      return _("Made the colors cooler.");
    case Action::Invert:
      return _("Inverted the colors.");
    case Action::Brighter:
      return _("Made the picture brighter.");
    case Action::Darker:
      return _("Made the picture darker.");
    case Action::MoreContrast:
      return _("Raised the contrast.");
    case Action::LessContrast:
      return _("Lowered the contrast.");
    case Action::MoreColorful:
      return _("Made the picture more colorful.");
    case Action::LessColorful:
      return _("Made the picture less colorful.");
    case Action::Blur:
      return _("Blurred the picture.");
    case Action::Sharpen:
      return _("Sharpened the picture.");
    case Action::Posterize:
      return _("Reduced the picture to a few tones, like a poster.");
    case Action::Night:
      return _("Turned day into night.");
    case Action::FlipSides:
      return _("Swapped left and right.");
    case Action::FlipUpsideDown:
      return _("Turned the picture upside down.");
    case Action::Pixelate:
      return _("Made the pixels large.");
    case Action::Sketch:
      return _("Turned the picture into a pencil sketch.");
  }
  return "";
}

}  // namespace

std::vector<Action> read_instructions(std::string_view prompt) {
  const WordText text(prompt);
  std::vector<Action> actions;
  for (std::size_t at = 0; at < text.size();) {
    const Word* const word = word_at(text, at);
    if (word != nullptr && !std::ranges::contains(actions, word->action))
      actions.push_back(word->action);
    at += word != nullptr ? word->text.size() : 1;
  }
  // "Flip it upside down": the bare word is no second wish.
  constexpr std::string_view sideways[] = {"mirror",
                                           "mirrored",
                                           "flip horizontally",
                                           "left-right",
                                           "left to right",
                                           "spiegelverkehrt",
                                           "\u955c\u50cf",
                                           "\u5de6\u53f3\u7ffb\u8f6c",
                                           "\u6c34\u5e73\u7ffb\u8f6c",
                                           "\u5de6\u53f3",
                                           "\uc88c\uc6b0"};
  if (std::ranges::contains(actions, Action::FlipUpsideDown) && !text.has_any(sideways))
    std::erase(actions, Action::FlipSides);
  return actions;
}

std::string describe(const std::vector<Action>& actions) {
  std::string text = _("Offline demo:");
  for (const Action action : actions) text.append(" ").append(sentence_of(action));
  return text.append(" ").append(
      _("The demo is no AI; connect an endpoint to follow any instruction."));
}

std::string describe_scene() {
  return _(
      "Offline demo: painted a scene. The demo is no AI; connect an endpoint to get what your "
      "words describe.");
}

std::string describe_abilities() {
  return _(
      "The offline demo is no AI and follows only a few words: black and white, sepia, "
      "warmer, cooler, invert, brighter, darker, more or less contrast, more or less colorful, "
      "blur, sharpen, poster, night, flip, upside down, pixelate, sketch. Connect an endpoint to "
      "follow any instruction.");
}

}  // namespace wordbrush::demo
