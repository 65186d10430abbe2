// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/image_source.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/bands.h"
#include "host/gimp_session.h"
#include "host/parasites.h"
#include "host/source_layers.h"
#include "host/source_record.h"
#include "host/source_tag.h"

namespace wordbrush::host {

namespace {

constexpr const char* record_name = "wordbrush-image-source";
// Undone with nothing: it says what was seen, not what was done.
constexpr gulong record_flags = GIMP_PARASITE_PERSISTENT;

/// One look at an image, compared with the last one.
class SourceLook {
 public:
  /// `marks` outlives it.
  SourceLook(GimpImage* image, KnownMarks& marks)
      : image_(image),
        marks_(marks),
        layers_(image),
        text_(text_of(ParasitePtr(gimp_image_get_parasite(image, record_name)).get())),
        record_(read_source_record(text_)),
        knows_ids_(record_.session == gimp_session() &&
                   record_.image_id == gimp_image_get_id(image)) {}

  /// Asks for marks that are not known; false where the time is over before all are.
  bool read_marks(const TurnTime& turn) {
    for (const SeenLayer& layer : layers_.all()) {
      if (turn.is_over()) return false;
      term_of(layer);
    }
    return true;
  }

  /// False where nothing of ours is or ever was in the image.
  bool compare() {
    std::map<int, OwnLayer> own;
    for (const SeenLayer& layer : layers_.all())
      if (const SourceTerm term = term_of(layer); term != SourceTerm::None)
        own.emplace(layer.id, to_own(layer, term));
    inherit(own);
    if (own.empty() && text_.empty()) return false;
    // What an undo took away comes back with a redo, under the same id.
    if (knows_ids_)
      for (auto& [id, gone] : record_.own)
        if (!own.contains(id)) own.emplace(id, gone).first->second.is_gone = true;
    record_.own = std::move(own);
    return true;
  }

  /// What the metadata has to say, where it says `now`.
  std::string tag(const std::string& now) {
    // One of our terms may be an earlier one of ours that an undo has brought back.
    const bool is_others = now != record_.written && term_of_uri(now) == SourceTerm::None;
    if (text_.empty() || is_others) record_.before = now;
    record_.written = tag_for(record_.before, visible_term());
    return record_.written;
  }

  void remember() {
    record_.session = gimp_session();
    record_.image_id = gimp_image_get_id(image_);
    record_.last_id = layers_.highest_id();
    record_.last_tattoo = static_cast<int>(gimp_image_get_tattoo_state(image_));
    const std::string text = to_text(record_);
    if (text == text_) return;
    const ParasitePtr parasite = make_parasite(record_name, record_flags, text);
    gimp_image_attach_parasite(image_, parasite.get());
  }

 private:
  bool is_new(const SeenLayer& layer) const { return layer.id > record_.last_id; }

  SourceTerm term_of(const SeenLayer& layer) const {
    if (!knows_ids_ || is_new(layer)) {
      const auto [mark, is_first] = marks_.try_emplace(layer.id);
      if (is_first) mark->second = mark_of(layer.layer);
      return mark->second;
    }
    const auto known = record_.own.find(layer.id);
    return known == record_.own.end() ? SourceTerm::None : known->second.term;
  }

  static OwnLayer to_own(const SeenLayer& layer, SourceTerm term) {
    return {.term = term, .group = layer.group == nullptr ? 0 : layer.group->id};
  }

  /// A copy or a reopened file has other ids, and a copy also other tattoos: there the marks
  /// are counted.
  bool is_there(int id, const std::map<int, OwnLayer>& own) const {
    if (knows_ids_) return layers_.find(id) != nullptr;
    const auto known = std::ranges::count_if(
        record_.own, [](const auto& before) { return !before.second.is_gone; });
    return own.size() >= static_cast<std::size_t>(known);
  }

  /// What layers of ours that are gone since the last look became a part of.
  void inherit(std::map<int, OwnLayer>& own) {
    SourceTerm left = SourceTerm::None;
    bool was_in_group = false;
    for (const auto& [id, known] : record_.own) {
      if (known.is_gone || is_there(id, own)) continue;
      left = left == SourceTerm::None ? known.term : mixed(left, known.term);
      was_in_group |= known.group != 0 && layers_.find(known.group) == nullptr;
    }
    if (left == SourceTerm::None) return;
    for (const SeenLayer* heir : heirs(was_in_group)) {
      const SourceTerm terms[] = {left};
      const SourceTerm term = shown(terms, false);
      const QuietChange quiet(image_);
      mark_layer(heir->layer, term);
      marks_[heir->id] = term;
      own.insert_or_assign(heir->id, to_own(*heir, term));
    }
  }

  /// GIMP makes a new layer when it merges some, and gives it the tattoo of the lowest of them;
  /// that of a merged group gets one of its own.
  std::vector<const SeenLayer*> heirs(bool was_in_group) const {
    std::vector<const SeenLayer*> found;
    if (!knows_ids_) {
      // An undo has taken the layer away, and with it what we wrote.
      if (source_tag_of(image_) != record_.written) return found;
      // In a file, a merged layer cannot be told from the lowest of those that it was. It is
      // better to say too much of a picture than to say nothing.
      if (!layers_.all().empty()) found.push_back(&layers_.all().back());
      return found;
    }
    for (const SeenLayer& layer : layers_.all()) {
      if (!is_new(layer) || layer.is_group) continue;
      const auto tattoo = static_cast<int>(gimp_item_get_tattoo(GIMP_ITEM(layer.layer)));
      if (was_in_group || tattoo <= record_.last_tattoo) found.push_back(&layer);
    }
    return found;
  }

  SourceTerm visible_term() const {
    std::vector<SourceTerm> ours;
    bool is_all_ours = true;
    for (const SeenLayer& layer : layers_.all()) {
      const auto known = record_.own.find(layer.id);
      const bool is_ours = known != record_.own.end();
      // One layer of others is enough.
      if (layer.is_group || (!is_ours && !is_all_ours) || !is_shown(layer)) continue;
      if (is_ours)
        ours.push_back(known->second.term);
      else
        is_all_ours = false;
    }
    return shown(ours, is_all_ours);
  }

  GimpImage* image_;
  KnownMarks& marks_;
  const SeenLayers layers_;
  const std::string text_;
  SourceRecord record_;
  const bool knows_ids_;  // of the layers at the last look
};

using SetTag = void (*)(GimpImage*, std::string_view);

void update(GimpImage* image, SourceLook& look, SetTag set_tag) {
  if (!look.compare()) return;
  const std::string now = source_tag_of(image);
  if (const std::string tag = look.tag(now); tag != now) set_tag(image, tag);
  look.remember();
}

}  // namespace

void update_image_source(GimpImage* image) {
  KnownMarks marks;
  SourceLook look(image, marks);
  update(image, look, set_source_tag_quietly);
}

bool update_image_source_in_turn(GimpImage* image, KnownMarks& marks) {
  const TurnTime turn;
  SourceLook look(image, marks);
  if (!look.read_marks(turn)) return false;
  update(image, look, set_source_tag_quietly);
  return true;
}

void update_image_source_in_step(GimpImage* image) {
  KnownMarks marks;
  SourceLook look(image, marks);
  update(image, look, set_source_tag);
}

}  // namespace wordbrush::host
