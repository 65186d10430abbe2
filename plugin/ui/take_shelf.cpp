// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/take_shelf.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "edit/record_fit.h"
#include "edit/sentence.h"

namespace wordbrush::ui {

namespace {

/// A result that is shown may take 200 MB.
constexpr std::size_t most_ready = 4;
/// Of one image, from earlier sessions.
constexpr std::size_t most_loaded = 100;

using RecordPtr = std::shared_ptr<const edit::SpoolRecord>;

/// What memory keeps of a record that the disk has.
RecordPtr lightened(const edit::SpoolRecord& record) {
  return std::make_shared<const edit::SpoolRecord>(edit::without_pixels(record));
}

}  // namespace

/// What a worker made of an answer.
struct TakeShelf::Made {
  RecordPtr record;
  std::shared_ptr<const edit::Fitted> fitted;
  std::optional<edit::Preview> preview;
  std::shared_ptr<const pixels::Bitmap> thumbnail;
  std::string failure;
};

/// What a worker read from the disk.
struct TakeShelf::Loaded {
  std::optional<edit::Spool::Hold> hold;
  RecordPtr record;  // null: it is of another image, damaged, or somebody else's
  std::shared_ptr<const pixels::Bitmap> thumbnail;
};

TakeShelf::TakeShelf(edit::Spool& spool, MakeThumbnail make_thumbnail, Events events)
    : spool_(spool), make_thumbnail_(std::move(make_thumbnail)), events_(std::move(events)) {}

TakeShelf::Entry* TakeShelf::entry(const std::string& id) {
  const auto found = entries_.find(id);
  return found == entries_.end() ? nullptr : found->second.get();
}

const TakeShelf::Item* TakeShelf::find(const std::string& id) const {
  const auto found = entries_.find(id);
  return found == entries_.end() ? nullptr : &found->second->item;
}

std::vector<const TakeShelf::Item*> TakeShelf::items_of(const ImageKey& image) const {
  std::vector<const Item*> items;
  for (const auto& [id, entry] : entries_ | std::views::reverse)
    if (belongs_to(entry->item.take, image)) items.push_back(&entry->item);
  return items;
}

TakeShelf::Entry& TakeShelf::insert(std::string id, edit::Take take) {
  auto made = std::make_unique<Entry>();
  made->item.id = id;
  if (take.record->frame) made->item.treatment = take.record->frame->treatment;
  made->item.take = std::move(take);
  return *(entries_[std::move(id)] = std::move(made));
}

std::string TakeShelf::add(Taken taken) {
  // Sorts behind all that have a date.
  std::string id = taken.hold ? taken.hold->id() : "unkept-" + std::to_string(++unkept_);
  Entry& entry = insert(id, std::move(taken.take));
  entry.item.warnings = std::move(taken.warnings);
  entry.item.hold = std::move(taken.hold);
  fit(entry);
  return id;
}

// --- From the disk

void TakeShelf::load(const ImageKey& image) {
  if (image == loaded_) return;
  loaded_ = image;
  follow(image);
  to_load_.clear();
  for (const edit::Spool::Entry& entry : spool_.list())
    if (!entry.is_held && !entries_.contains(entry.id)) to_load_.push_back(entry.id);
  std::ranges::reverse(to_load_);
  load_next();
}

void TakeShelf::follow(const ImageKey& image) {
  for (const auto& [id, entry] : entries_) move_to_file(entry->item, image);
}

std::set<int> TakeShelf::images_without_file() const {
  std::set<int> ids;
  for (const auto& [id, entry] : entries_)
    if (const host::Source& source = entry->item.take.record->source;
        source.image_file.empty() && source.image_id != 0 && source.session == loaded_.session)
      ids.insert(source.image_id);
  return ids;
}

void TakeShelf::load_next() {
  const auto here = static_cast<std::size_t>(std::ranges::count_if(
      entries_, [this](const auto& pair) { return belongs_to(pair.second->item.take, loaded_); }));
  if (to_load_.empty() || here >= most_loaded) return;
  std::string id = std::move(to_load_.back());
  to_load_.pop_back();
  loader_ = run_on_worker<Loaded>(
      [&spool = spool_, id = std::move(id), image = loaded_, thumbnail = make_thumbnail_,
       ticket = std::optional(spool_.announce_use())]() mutable {
        // At its end the spool may go away.
        const auto in_use = std::exchange(ticket, std::nullopt);
        Loaded loaded{.hold = spool.hold(id)};
        if (!loaded.hold) return loaded;
        const auto record = spool.read_where(*loaded.hold, [&](const edit::SpoolRecord& bare) {
          return is_made_of(bare, image) || is_left_to(bare, image);
        });
        if (!record) return loaded;
        loaded.record = lightened(*record);
        if (auto answer = edit::decode_answer(*record))
          loaded.thumbnail = std::make_shared<const pixels::Bitmap>(thumbnail(*answer));
        return loaded;
      },
      [this](Loaded loaded) {
        take_loaded(std::move(loaded));
        load_next();
      });
}

void TakeShelf::take_loaded(Loaded loaded) {
  if (!loaded.record) return;
  const std::string id = loaded.hold->id();
  Entry& entry = insert(id, {.record = std::move(loaded.record)});
  entry.item.state = loaded.thumbnail ? State::Resting : State::Broken;
  entry.item.is_applied = spool_.is_set_aside(*loaded.hold);
  entry.item.thumbnail = std::move(loaded.thumbnail);
  entry.item.hold = std::move(loaded.hold);
  move_to_file(entry.item, loaded_);
  events_.on_changed(id);
}

/// What was made of an image goes with it to the file that it was saved to since.
void TakeShelf::move_to_file(Item& item, const ImageKey& image) const {
  const host::Source& source = item.take.record->source;
  if (image.file.empty() || source.image_file == image.file || !is_made_of(item.take, image))
    return;
  auto moved = std::make_shared<edit::SpoolRecord>(*item.take.record);
  moved->source.image_file = image.file;
  item.take.record = std::move(moved);
  if (item.hold) spool_.move_to_file(*item.hold, image.file);
}

// --- Fitting

void TakeShelf::treat(const std::string& id, const edit::Treatment& treatment) {
  Entry* const found = entry(id);
  if (found == nullptr || edit::fits_alike(found->item.treatment, treatment)) return;
  found->item.treatment = treatment;
  found->item.take.fitted.reset();
  found->item.take.treatment = treatment;
  fit(*found);
}

void TakeShelf::show(const std::string& id) {
  Entry* const found = entry(id);
  if (found == nullptr) return;
  touch(id);
  if (found->item.state == State::Resting) fit(*found);
}

/// On a worker: brings the answer to its place unless it is there, and makes its preview.
void TakeShelf::fit(Entry& entry) {
  entry.item.state = State::Fitting;
  touch(entry.item.id);
  // The item keeps its hold while the worker reads: both end with this shelf.
  const auto* const hold = entry.item.hold ? &*entry.item.hold : nullptr;
  auto read = [&spool = spool_, id = hold != nullptr ? hold->id() : std::string(),
               record = entry.item.take.record]() -> RecordPtr {
    if (!record->pictures.empty()) return record;
    auto whole = spool.read_unheld(id);
    return whole ? std::make_shared<const edit::SpoolRecord>(std::move(*whole)) : nullptr;
  };
  entry.worker = run_on_worker<Made>(
      [read = std::move(read), fitted = entry.item.take.fitted, treatment = entry.item.treatment,
       thumbnail = make_thumbnail_, ticket = std::optional(spool_.announce_use())]() mutable {
        // At its end the spool may go away.
        const auto in_use = std::exchange(ticket, std::nullopt);
        Made made{.record = read(), .fitted = std::move(fitted)};
        if (!made.record) {
          made.failure = edit::to_sentence({ErrorKind::BadImage, {}});
          return made;
        }
        if (!made.fitted) {
          auto landed = edit::land_best(*made.record, edit::fit_of(*made.record, treatment));
          if (!landed.fitted) {
            made.failure = edit::to_sentence(landed.fitted.error());
            return made;
          }
          made.fitted = std::make_shared<const edit::Fitted>(std::move(*landed.fitted));
        }
        auto preview = edit::make_preview(*made.record, *made.fitted);
        if (!preview) {
          made.failure = edit::to_sentence(preview.error());
          return made;
        }
        made.thumbnail = std::make_shared<const pixels::Bitmap>(thumbnail(*preview->after));
        made.preview = std::move(*preview);
        return made;
      },
      [this, id = entry.item.id](Made made) { finish(id, std::move(made)); });
  events_.on_changed(entry.item.id);
}

void TakeShelf::finish(const std::string& id, Made made) {
  Entry* const found = entry(id);
  if (found == nullptr) return;
  Item& item = found->item;
  item.state = made.preview ? State::Ready : State::Broken;
  item.failure = std::move(made.failure);
  item.preview = std::move(made.preview);
  item.take.fitted = std::move(made.fitted);
  if (made.record) item.take.record = std::move(made.record);
  if (made.thumbnail) item.thumbnail = std::move(made.thumbnail);
  events_.on_changed(id);
}

/// The item is the last one that somebody wants; those before it may rest again.
void TakeShelf::touch(const std::string& id) {
  std::erase(shown_, id);
  shown_.push_back(id);
  std::size_t too_many = shown_.size() - std::min(shown_.size(), most_ready);
  std::erase_if(shown_, [&](const std::string& old) {
    if (too_many == 0 || !may_rest(old)) return false;
    --too_many;
    rest(old);
    return true;
  });
}

/// What is on no disk has to stay, and so has what is about to be inserted.
bool TakeShelf::may_rest(const std::string& id) {
  const Entry* const resting = entry(id);
  return resting != nullptr && resting->item.hold && resting->item.state == State::Ready &&
         !std::ranges::contains(kept_ready_, id);
}

void TakeShelf::rest(const std::string& id) {
  Item& item = entry(id)->item;
  item.state = State::Resting;
  item.preview.reset();
  item.take.fitted.reset();
  item.take.record = lightened(*item.take.record);
}

void TakeShelf::apply(std::shared_ptr<host::Canvas> canvas, std::vector<std::string> ids,
                      OnApplied on_applied) {
  std::vector<edit::Take> takes;
  for (const std::string& id : ids) {
    takes.push_back(entry(id)->item.take);
    if (const auto& hold = entry(id)->item.hold) takes.back().answer = hold->id();
  }
  loan_.emplace(std::move(canvas));
  applier_ = run_on_worker<Result<edit::Outcome>>(
      [lent = loan_->lent(), takes = std::move(takes), keeps = keeps_recipes_] {
        return edit::apply(*lent, takes, keeps);
      },
      [this, ids = std::move(ids), on_applied = std::move(on_applied)](auto outcome) {
        loan_.reset();
        if (outcome) mark_applied(ids);
        on_applied(std::move(outcome));
      });
}

void TakeShelf::mark_applied(const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    Entry* const found = entry(id);
    if (found == nullptr) continue;  // it was discarded meanwhile
    found->item.is_applied = true;
    if (found->item.hold) spool_.set_aside(*found->item.hold);
    events_.on_changed(id);
  }
}

void TakeShelf::discard(const std::string& id) {
  Entry* const found = entry(id);
  if (found == nullptr) return;
  if (found->item.hold) spool_.remove(std::move(*found->item.hold));
  std::erase(shown_, id);
  entries_.erase(id);
  events_.on_changed(id);
}

}  // namespace wordbrush::ui
