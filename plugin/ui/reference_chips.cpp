// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reference_chips.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/glib_ptr.h"
#include "ui/reference_chip.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int reference_note_characters = 30;
// More would make the column wider than the others' fields.
constexpr guint chips_per_line = 2;

/// Which of the flow box's children has the focus, or holds what has.
std::optional<std::size_t> focused_in(GtkWidget* flow) {
  auto* const child = gtk_container_get_focus_child(GTK_CONTAINER(flow));
  if (child == nullptr) return std::nullopt;
  return static_cast<std::size_t>(gtk_flow_box_child_get_index(GTK_FLOW_BOX_CHILD(child)));
}

GtkWidget* make_add_button() {
  auto* const button = gtk_button_new_with_mnemonic(_("Add _Reference"));
  gtk_button_set_image(GTK_BUTTON(button),
                       gtk_image_new_from_icon_name("list-add", GTK_ICON_SIZE_BUTTON));
  gtk_button_set_always_show_image(GTK_BUTTON(button), TRUE);
  gtk_widget_set_halign(button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text(
      button, _("Send another picture along: a layer or a file. Files can be dropped here, too."));
  return button;
}

}  // namespace

ReferenceChips::ReferenceChips(ReferenceEvents events)
    : events_(std::move(events)),
      box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space)),
      flow_(gtk_flow_box_new()),
      add_(make_add_button()),
      legend_(make_note("", reference_note_characters)),
      note_(make_note("", reference_note_characters)) {
  gtk_flow_box_set_selection_mode(GTK_FLOW_BOX(flow_), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line(GTK_FLOW_BOX(flow_), chips_per_line);
  gtk_flow_box_set_column_spacing(GTK_FLOW_BOX(flow_), small_space);
  gtk_flow_box_set_row_spacing(GTK_FLOW_BOX(flow_), small_space);
  gtk_flow_box_set_homogeneous(GTK_FLOW_BOX(flow_), TRUE);
  set_accessible_name(flow_, _("References"));
  gtk_label_set_selectable(GTK_LABEL(legend_), TRUE);
  gtk_widget_set_can_focus(legend_, FALSE);
  make_dim(legend_);
  gtk_widget_set_tooltip_text(legend_, _("What the model is told of them"));
  for (auto* const widget : {add_, flow_, legend_, note_})
    gtk_box_pack_start(GTK_BOX(box_), widget, FALSE, FALSE, 0);
  for (auto* const widget : {flow_, legend_, note_}) gtk_widget_set_no_show_all(widget, TRUE);

  gtk_drag_dest_set(box_, GTK_DEST_DEFAULT_ALL, nullptr, 0, GDK_ACTION_COPY);
  gtk_drag_dest_add_uri_targets(box_);
  signals_.emplace_back(box_,
                        g_signal_connect(box_, "drag-data-received", G_CALLBACK(on_drop), this));
  signals_.emplace_back(flow_,
                        g_signal_connect(flow_, "key-press-event", G_CALLBACK(on_key), this));
  signals_.push_back(on(add_, "clicked", [this] { open_menu(); }));
}

ReferenceChips::~ReferenceChips() {
  if (menu_) gtk_widget_destroy(menu_.get());
}

int ReferenceChips::thumbnail_side() const {
  return chip_thumbnail_side * gtk_widget_get_scale_factor(box_);
}

void ReferenceChips::set_list(ReferenceList list) {
  list_ = std::move(list);
  say("");
  refresh();
  for (const auto& reference : std::vector(list_.items()))
    if (!reference.thumbnail) events_.on_load(reference);
}

void ReferenceChips::set_first_number(int number) {
  first_number_ = number;
  refresh();
}

void ReferenceChips::add(Reference reference) {
  const auto copy = reference;
  switch (list_.add(std::move(reference))) {
    case ReferenceList::Added::Full:
      say(_("There are as many references as can be sent."));
      return;
    case ReferenceList::Added::AlreadyThere:
      say(_("This picture is a reference already."));
      return;
    case ReferenceList::Added::Yes:
      break;
  }
  say("");
  changed();
  events_.on_load(copy);
}

void ReferenceChips::set_thumbnail(const ReferenceSource& source,
                                   std::shared_ptr<const pixels::Bitmap> thumbnail) {
  list_.set_thumbnail(source, std::move(thumbnail));
  refresh();
}

void ReferenceChips::refuse(const ReferenceSource& source, const std::string& why) {
  const auto found = std::ranges::find(list_.items(), source, &Reference::source);
  if (found == list_.items().end()) return;
  list_.remove(static_cast<std::size_t>(found - list_.items().begin()));
  changed();
  say(why);
}

void ReferenceChips::changed() {
  refresh();
  events_.on_changed();
}

void ReferenceChips::refresh() {
  const auto& items = list_.items();
  while (chips_.size() > items.size()) chips_.pop_back();
  while (chips_.size() < items.size()) {
    const auto index = chips_.size();
    chips_.push_back(
        std::make_unique<ReferenceChip>(ChipEvents{.on_role =
                                                       [this, index](ReferenceRole role) {
                                                         list_.set_role(index, role);
                                                         changed();
                                                       },
                                                   .on_remove = [this, index] { remove(index); }}));
    gtk_container_add(GTK_CONTAINER(flow_), chips_.back()->widget());
  }
  for (std::size_t i = 0; i < items.size(); ++i)
    chips_[i]->show(items[i], first_number_ + static_cast<int>(i));
  gtk_label_set_text(GTK_LABEL(legend_), list_.legend(first_number_).c_str());
  gtk_widget_set_visible(flow_, !items.empty());
  gtk_widget_set_visible(legend_, !items.empty());
  gtk_widget_set_sensitive(add_, !list_.is_full());
}

void ReferenceChips::say(const std::string& text) {
  gtk_label_set_text(GTK_LABEL(note_), text.c_str());
  gtk_widget_set_visible(note_, !text.empty());
}

void ReferenceChips::focus(std::size_t index) {
  gtk_widget_grab_focus(chips_[index]->widget());
}

void ReferenceChips::remove(std::size_t index) {
  list_.remove(index);
  say("");
  changed();
  // The focus would go to the window's first field, far from here.
  if (chips_.empty())
    gtk_widget_grab_focus(add_);
  else
    focus(std::min(index, chips_.size() - 1));
}

bool ReferenceChips::press(const GdkEventKey& event) {
  const auto index = focused_in(flow_);
  if (!index) return false;
  const auto modifiers = event.state & gtk_accelerator_get_default_mod_mask();
  if (modifiers == 0 && (event.keyval == GDK_KEY_Delete || event.keyval == GDK_KEY_KP_Delete)) {
    remove(*index);
    return true;
  }
  const bool is_left = event.keyval == GDK_KEY_Left || event.keyval == GDK_KEY_KP_Left;
  const bool is_right = event.keyval == GDK_KEY_Right || event.keyval == GDK_KEY_KP_Right;
  if (modifiers != GDK_MOD1_MASK || (!is_left && !is_right)) return false;
  const bool is_mirrored = gtk_widget_get_direction(flow_) == GTK_TEXT_DIR_RTL;
  const bool is_earlier = is_left != is_mirrored;
  if (is_earlier ? list_.move_earlier(*index) : list_.move_later(*index)) {
    changed();
    focus(is_earlier ? *index - 1 : *index + 1);
  }
  return true;
}

gboolean ReferenceChips::on_key(GtkWidget*, GdkEventKey* event, gpointer self) {
  return static_cast<ReferenceChips*>(self)->press(*event);
}

void ReferenceChips::open_menu() {
  if (menu_) gtk_widget_destroy(menu_.get());
  menu_ = GObjectPtr<GtkWidget>::sink(make_reference_menu(
      events_.offered(),
      [this](LayerSource source, const std::string& name) {
        add({.source = source, .name = name, .thumbnail = nullptr});
      },
      [this] { open_file_chooser(); }));
  // Screen readers do not find a menu that is attached to a button.
  gtk_menu_attach_to_widget(GTK_MENU(menu_.get()), box_, nullptr);
  gtk_menu_popup_at_widget(GTK_MENU(menu_.get()), add_, GDK_GRAVITY_SOUTH_WEST,
                           GDK_GRAVITY_NORTH_WEST, nullptr);
}

void ReferenceChips::open_file_chooser() {
  auto* const window = gtk_widget_get_toplevel(box_);
  chooser_ = GObjectPtr<GtkFileChooserNative>::adopt(gtk_file_chooser_native_new(
      _("Add References"), GTK_IS_WINDOW(window) ? GTK_WINDOW(window) : nullptr,
      GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), _("_Cancel")));
  gtk_native_dialog_set_modal(GTK_NATIVE_DIALOG(chooser_.get()), TRUE);
  gtk_file_chooser_set_select_multiple(GTK_FILE_CHOOSER(chooser_.get()), TRUE);
  auto* const pictures = gtk_file_filter_new();
  gtk_file_filter_set_name(pictures, _("Pictures"));
  for (const char* type : {"image/png", "image/jpeg", "image/webp"})
    gtk_file_filter_add_mime_type(pictures, type);
  gtk_file_chooser_add_filter(GTK_FILE_CHOOSER(chooser_.get()), pictures);
  response_ = SignalConnection(
      chooser_.get(), g_signal_connect(chooser_.get(), "response", G_CALLBACK(on_chosen), this));
  gtk_native_dialog_show(GTK_NATIVE_DIALOG(chooser_.get()));
}

void ReferenceChips::add_files(const std::vector<std::filesystem::path>& files) {
  for (const auto& path : files)
    add({.source = FileSource{path}, .name = path.filename().string(), .thumbnail = nullptr});
}

void ReferenceChips::on_chosen(GtkNativeDialog*, gint response, gpointer self) {
  auto& chips = *static_cast<ReferenceChips*>(self);
  if (response == GTK_RESPONSE_ACCEPT)
    chips.add_files(chosen_files(GTK_FILE_CHOOSER(chips.chooser_.get())));
}

// NOLINTNEXTLINE(readability-function-size): what GTK calls it with
void ReferenceChips::on_drop(GtkWidget*, GdkDragContext*, gint, gint, GtkSelectionData* data, guint,
                             guint, gpointer self) {
  auto& chips = *static_cast<ReferenceChips*>(self);
  const auto files = dropped_files(data);
  chips.add_files(files);
  if (files.empty()) chips.say(_("Only pictures that are files on this computer can be dropped."));
}

}  // namespace wordbrush::ui
