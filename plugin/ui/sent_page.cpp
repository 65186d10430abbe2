// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sent_page.h"

#include <glib/gi18n.h>

#include <algorithm>

#include "base/glib_ptr.h"
#include "edit/limit_words.h"
#include "edit/sentence.h"
#include "ui/host_notice_text.h"
#include "ui/sentences.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

std::string format_name(const std::string& mime_type) {
  const GCharPtr name(g_ascii_strup(mime_type.substr(mime_type.find('/') + 1).c_str(), -1));
  return name.get();
}

/// Where it goes, or why it cannot.
std::string whither(const SendPreview& preview) {
  if (preview.error()) return edit::to_sentence(*preview.error());
  if (is_this_computer(preview.host())) return _("Nothing leaves this computer.");
  const auto* const host = preview.host().c_str();
  const auto* const model = preview.model().c_str();
  const GCharPtr text(
      preview.pictures().empty()
          ? g_strdup_printf(_("No picture is sent: the words alone go to %s, model %s."), host,
                            model)
          : g_strdup_printf(_("%s in all, to %s, model %s"),
                            amount_of_bytes(preview.bytes()).c_str(), host, model));
  return text.get();
}

/// The same, and what will not be as one might expect.
std::string whither_and_limits(const SendPreview& preview) {
  std::string words = whither(preview);
  for (const host::Limit limit : preview.limits())
    words.append("\n").append(edit::warning_of(limit).sentence);
  return words;
}

GtkWidget* make_caption() {
  auto* const label = gtk_label_new("");
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_label_set_line_wrap(GTK_LABEL(label), TRUE);
  gtk_label_set_selectable(GTK_LABEL(label), TRUE);
  return label;
}

}  // namespace

std::string picture_caption(const SendPreview::Picture& picture) {
  const GCharPtr text(g_strdup_printf(_("%d x %d pixels, %s, %s"), picture.width, picture.height,
                                      format_name(picture.mime_type).c_str(),
                                      amount_of_bytes(picture.bytes).c_str()));
  return text.get();
}

SentPage::SentPage()
    : toolbar_(view_),
      nothing_(view_.widget()),
      box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space)),
      choice_(gtk_combo_box_text_new()),
      caption_(make_caption()),
      whither_(make_caption()),
      chosen_(on(choice_, "changed", [this] {
        if (!is_filling_) show_picture();
      })) {
  set_accessible_name(choice_, _("Picture that is sent"));
  auto* const below = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, large_space);
  gtk_box_pack_start(GTK_BOX(below), choice_, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(below), caption_, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(box_), nothing_.widget(), TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(box_), below, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box_), whither_, FALSE, FALSE, 0);
  gtk_widget_show_all(box_);
  // There is nothing to choose from yet, nor anything to say.
  for (auto* const widget : {choice_, whither_}) {
    gtk_widget_hide(widget);
    gtk_widget_set_no_show_all(widget, TRUE);
  }
}

void SentPage::name_pictures() {
  is_filling_ = true;
  const int active = std::max(0, gtk_combo_box_get_active(GTK_COMBO_BOX(choice_)));
  gtk_combo_box_text_remove_all(GTK_COMBO_BOX_TEXT(choice_));
  const auto count = static_cast<int>(pictures_.size());
  for (int number = 1; number <= count; ++number) {
    const GCharPtr name(g_strdup_printf(_("Picture %d of %d"), number, count));
    gtk_combo_box_text_append_text(GTK_COMBO_BOX_TEXT(choice_), name.get());
  }
  gtk_combo_box_set_active(GTK_COMBO_BOX(choice_), std::min(active, count - 1));
  gtk_widget_set_visible(choice_, count > 1);
  is_filling_ = false;
}

void SentPage::show(const SendPreview& preview) {
  pictures_ = preview.pictures();
  target_ = preview.target();
  name_pictures();
  show_picture();
  const std::string words = whither_and_limits(preview);
  nothing_.say(pictures_.empty() && !preview.is_reading() ? words : "");
  gtk_label_set_text(GTK_LABEL(whither_), words.c_str());
  gtk_widget_set_visible(whither_, !pictures_.empty());
}

void SentPage::show_picture() {
  const int active = gtk_combo_box_get_active(GTK_COMBO_BOX(choice_));
  if (active < 0 || active >= static_cast<int>(pictures_.size())) {
    view_.show({}, _("Nothing to show"));
    gtk_label_set_text(GTK_LABEL(caption_), "");
    return;
  }
  const SendPreview::Picture& picture = pictures_[static_cast<std::size_t>(active)];
  CanvasContent content{.before = picture.bitmap};
  if (active == 0) content.outline.area = target_;
  view_.show(std::move(content), _("What is sent"));
  gtk_label_set_text(GTK_LABEL(caption_), picture_caption(picture).c_str());
}

}  // namespace wordbrush::ui
