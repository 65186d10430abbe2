// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>
#include <libgimp/gimp.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/signal_connection.h"
#include "settings/connection.h"
#include "settings/preset_store.h"
#include "settings/prompt_history.h"
#include "ui/connection_choices.h"
#include "ui/prompt_pane.h"
#include "ui/reference_chips.h"
#include "ui/request_run.h"

namespace wordbrush::ui {

struct AskEvents {
  std::function<void()> on_send;
  /// What would be sent is another now.
  std::function<void()> on_changed;
  std::function<void()> on_connections;
  std::function<void(const PromptClause&)> on_clause;
  std::function<std::vector<OfferedImage>()> offered_layers;
  /// At most `side` pixels high and wide; null: the layer is gone.
  std::function<std::shared_ptr<const pixels::Bitmap>(int layer_id, int side)> layer_thumbnail;
  std::function<void(const Reference&)> on_load_reference;
};

/// What the window keeps for it; all of it outlives the column.
struct AskStores {
  const settings::PromptHistory& history;
  settings::PresetStore& presets;
};

/// The column where people say what they want: words, references, who is asked, and how.
class AskColumn {
 public:
  /// `config` holds the arguments of the edit procedure; fields write into it at once.
  /// `further` goes below the options that most people leave as they are.
  AskColumn(GimpProcedureConfig* config, AskStores stores, const PromptClause& clause,
            GtkWidget* further, AskEvents events);
  ~AskColumn();
  AskColumn(const AskColumn&) = delete;
  AskColumn& operator=(const AskColumn&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }

  /// Edit or Generate.
  void set_mode(bool is_edit);

  /// `chosen` is used where the config names none of them, or where it `takes_chosen`.
  void show_connections(const std::vector<settings::Connection>& all, const std::string& chosen,
                        bool takes_chosen);

  std::string connection() const;
  std::string model() const;

  /// What the demo understands; shown while it is the one that is asked.
  void set_demo_help(const std::string& text) { demo_help_ = text; }

  PromptPane& prompt() { return prompt_; }
  ReferenceChips& references() { return references_; }
  const ReferenceList& reference_list() const { return references_.list(); }

  /// What a request is likely to cost, in words; empty: nobody knows.
  void show_price(const std::string& text);

  /// What is left in the account, in words; empty: nobody knows.
  void show_balance(const std::string& text);

  /// Whether there is something to send.
  void set_ready(bool is_ready);

  /// Adds to `order` what is said here and stands in no argument: prompt, clause, legend.
  void fill(Order& order) const;

 private:
  void build(GtkWidget* further);
  void add_connection_row(GtkGrid* grid, int row);
  GtkWidget* make_more(GtkWidget* further);
  void show_unfolded(GtkAdjustment* place);
  std::vector<Mention> mentions();
  void connection_chosen();

  GimpProcedureConfig* config_;
  AskEvents events_;
  std::string demo_help_;
  std::optional<ConnectionChoices> choices_;
  PromptPane prompt_;
  ReferenceChips references_;
  PromptClause clause_;
  GtkWidget* box_;
  GtkWidget* connection_;
  GtkWidget* model_ = nullptr;
  GtkWidget* demo_note_;
  GtkWidget* price_;
  GtkWidget* balance_;
  GtkWidget* send_;
  GtkWidget* more_ = nullptr;
  bool is_unfolding_ = false;
  std::vector<GtkWidget*> edit_only_;
  int first_reference_ = 1;
  bool is_filling_ = false;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
