// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <cstddef>
#include <string>

namespace wordbrush::ui {

/// GIMP's spacing, in pixels.
inline constexpr int small_space = 6;
inline constexpr int large_space = 12;

/// What a make_text_view() leaves free on each side of its text, in pixels.
inline constexpr int text_margin = 4;

/// A label for `target`, with its mnemonic, which also names it for screen readers.
GtkWidget* make_field_label(const char* text_with_mnemonic, GtkWidget* target);

/// Adds `field` to a grid with its label before it.
void add_field(GtkGrid* grid, int row, const char* text_with_mnemonic, GtkWidget* field);

/// Text that explains: wrapped, selectable, at most `width_characters` wide.
GtkWidget* make_note(const std::string& text, int width_characters);

/// The same, dim, for what is only a help.
GtkWidget* make_hint(const std::string& text);

/// A field for one line of at most so many characters.
GtkWidget* make_entry(std::size_t max_length);

/// Dim, as hints are.
void make_dim(GtkWidget* widget);

/// Lets the text in the place of an empty entry's be read: themes make it too faint.
void make_placeholder_readable(GtkWidget* entry);

/// For names and addresses, which every language writes from left to right.
void write_from_left(GtkWidget* entry);

void set_accessible_name(GtkWidget* widget, const char* name);

/// `widget` in a frame that scrolls from top to bottom.
GtkWidget* make_scrolled(GtkWidget* widget, int min_height);

/// A wrapped field for text that Tab leaves.
GtkWidget* make_text_view();
std::string text_in(GtkTextView* view);

/// `text`, whose lines would push away what is looked at.
std::string in_one_line(std::string text);

/// The height of so many lines of `widget`'s text, in pixels.
int height_of_lines(GtkWidget* widget, int lines);

std::string text_of(GtkEntry* entry);
std::string text_of(GtkTextView* view);

}  // namespace wordbrush::ui
