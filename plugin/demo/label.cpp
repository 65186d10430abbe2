// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/label.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace wordbrush::demo {

namespace {

using pixels::Bitmap;

constexpr int glyph_width = 5;
constexpr int glyph_height = 7;

struct Glyph {
  char letter;
  std::array<std::string_view, glyph_height> rows;
};

constexpr Glyph glyphs[] = {
    {'W', {"#   #", "#   #", "#   #", "# # #", "# # #", "## ##", "#   #"}},
    {'b', {"#    ", "#    ", "#### ", "#   #", "#   #", "#   #", "#### "}},
    {'d', {"    #", "    #", " ####", "#   #", "#   #", "#   #", " ####"}},
    {'e', {"     ", "     ", " ### ", "#   #", "#####", "#    ", " ### "}},
    {'h', {"#    ", "#    ", "#### ", "#   #", "#   #", "#   #", "#   #"}},
    {'m', {"     ", "     ", "## # ", "# # #", "# # #", "# # #", "# # #"}},
    {'o', {"     ", "     ", " ### ", "#   #", "#   #", "#   #", " ### "}},
    {'r', {"     ", "     ", "# ## ", "##  #", "#    ", "#    ", "#    "}},
    {'s', {"     ", "     ", " ####", "#    ", " ### ", "    #", "#### "}},
    {'u', {"     ", "     ", "#   #", "#   #", "#   #", "#  ##", " ## #"}},
};

/// A pixel of the letters has `side` pixels of the picture.
struct Pen {
  int x;
  int y;
  int side;
  std::uint8_t gray;
};

void fill(Bitmap& bitmap, const Pen& pen) {
  const int right = std::min(pen.x + pen.side, bitmap.width());
  const int bottom = std::min(pen.y + pen.side, bitmap.height());
  for (int y = std::max(pen.y, 0); y < bottom; ++y)
    for (int x = std::max(pen.x, 0); x < right; ++x)
      std::fill_n(bitmap.row(y) + static_cast<std::size_t>(x) * Bitmap::channels, 3, pen.gray);
}

void draw_glyph(Bitmap& bitmap, const Glyph& glyph, const Pen& pen) {
  for (int row = 0; row < glyph_height; ++row)
    for (int column = 0; column < glyph_width; ++column)
      if (glyph.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] == '#')
        fill(bitmap, {pen.x + column * pen.side, pen.y + row * pen.side, pen.side, pen.gray});
}

void draw_text(Bitmap& bitmap, std::string_view text, Pen pen) {
  for (const char letter : text) {
    const auto* const glyph = std::ranges::find(glyphs, letter, &Glyph::letter);
    if (glyph != std::end(glyphs)) draw_glyph(bitmap, *glyph, pen);
    pen.x += (glyph_width + 1) * pen.side;
  }
}

}  // namespace

void draw_label(Bitmap& bitmap) {
  constexpr std::string_view label = "Wordbrush demo";
  constexpr int widths_per_side = 340;
  constexpr std::uint8_t shadow = 24;
  constexpr std::uint8_t light = 245;
  const int side = std::max(1, bitmap.width() / widths_per_side);
  const Pen pen{4 * side, bitmap.height() - (glyph_height + 4) * side, side, light};
  draw_text(bitmap, label, {pen.x + side, pen.y + side, side, shadow});
  draw_text(bitmap, label, pen);
}

}  // namespace wordbrush::demo
