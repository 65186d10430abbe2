// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pixels/bitmap.h"

namespace wordbrush::ui {

/// Something that a prompt can name: a layer, a reference.
struct Mention {
  std::string label;                           ///< as it is listed
  std::string insert_text;                     ///< as it stands in the prompt then
  std::shared_ptr<const pixels::Bitmap> icon;  ///< may be null
  int rank = 0;                                ///< those of a lower rank are listed first
  /// Makes the icon where there is none, once it is seen; null: it stays without.
  std::function<std::shared_ptr<const pixels::Bitmap>()> load_icon;
  /// Does what taking it does, and tells what stands in the prompt then; nothing: it cannot
  /// be taken. Null: there is `insert_text`.
  std::function<std::optional<std::string>()> on_taken;
};

/// What is completed after an @ in a prompt: which @ it is, what fits the letters behind
/// it, and which of these is picked.
class MentionModel {
 public:
  void set_mentions(std::vector<Mention> mentions);
  const std::vector<Mention>& mentions() const { return mentions_; }

  /// At which byte the @ is that calls for a mention at the end of `before_cursor`.
  static std::optional<std::size_t> find_call(std::string_view before_cursor);

  /// Looks at the text before the cursor; what is picked is the best match. True where
  /// something is to be offered.
  bool look_at(std::string_view before_cursor);

  void set_icon(std::size_t mention, std::shared_ptr<const pixels::Bitmap> icon);

  /// The mentions that fit, by number, by their rank and then the best first; empty where
  /// none is to be offered.
  const std::vector<std::size_t>& matches() const { return matches_; }

  /// Where in matches() the one is that Enter takes.
  std::size_t picked() const { return picked_; }
  /// Stays inside.
  void pick(std::size_t match);
  void pick_next();
  void pick_previous();

  /// How many characters before the cursor give way to the mention, the @ among them.
  int replaced_length() const { return replaced_length_; }

  /// Offers nothing until it looks again.
  void close() { matches_.clear(); }

  /// Offers nothing more at this @.
  void dismiss();

 private:
  bool offer_nothing();

  std::vector<Mention> mentions_;
  std::vector<std::string> folded_;
  std::vector<std::size_t> matches_;
  std::size_t picked_ = 0;
  int replaced_length_ = 0;
  std::size_t at_ = 0;  // the byte where the @ is
  std::optional<std::size_t> dismissed_;
};

}  // namespace wordbrush::ui
