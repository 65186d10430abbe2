// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario.h"

#include <charconv>
#include <map>
#include <ranges>

#include "pixels/bitmap.h"

namespace wordbrush::model {

namespace {

template <class T>
std::optional<T> to_number(std::string_view text, int base = 10) {
  T number{};
  const auto* const end = text.data() + text.size();
  std::from_chars_result read;
  if constexpr (std::is_floating_point_v<T>)
    read = std::from_chars(text.data(), end, number);
  else
    read = std::from_chars(text.data(), end, number, base);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

template <class T>
using Names = std::map<std::string_view, T>;

/// Sets `target` to what `names` has for `value`; false where it has nothing.
template <class T, class Target>
bool choose(Target& target, const Names<T>& names, std::string_view value) {
  const auto found = names.find(value);
  if (found == names.end()) return false;
  target = found->second;
  return true;
}

bool set_edit(Scenario& scenario, std::string_view value) {
  return choose(scenario.edit,
                Names<EditKind>{{"noop", EditKind::NoOp},
                                {"invert", EditKind::Invert},
                                {"tint", EditKind::Tint},
                                {"object", EditKind::Object},
                                {"removal", EditKind::Removal},
                                {"marks", EditKind::Marks},
                                {"relight", EditKind::Relight}},
                value);
}

bool set_shape(Scenario& scenario, std::string_view value) {
  return choose(
      scenario.shape,
      Names<Shape>{{"v1", Shape::ContentArray}, {"v2", Shape::Markdown}, {"v4", Shape::Images}},
      value);
}

bool set_link(Scenario& scenario, std::string_view value) {
  return choose(scenario.link,
                Names<Link>{{"markdown", Link::Markdown},
                            {"relative", Link::Relative},
                            {"both", Link::Both},
                            {"lost", Link::Lost},
                            {"task", Link::Task}},
                value);
}

bool set_outcome(Scenario& scenario, std::string_view value) {
  return choose(scenario.outcome,
                Names<Outcome>{{"picture", Outcome::Picture},
                               {"text", Outcome::Text},
                               {"empty", Outcome::Empty},
                               {"refusal", Outcome::Refusal},
                               {"broken", Outcome::Broken},
                               {"badimage", Outcome::BadImage},
                               {"html", Outcome::Html},
                               {"hang", Outcome::Hang}},
                value);
}

bool set_stream(Scenario& scenario, std::string_view value) {
  return choose(scenario.stream,
                Names<std::optional<bool>>{{"yes", true}, {"no", false}, {"asked", std::nullopt}},
                value);
}

bool set_size(Scenario& scenario, std::string_view value) {
  const auto cross = value.find('x');
  if (cross == std::string_view::npos) return false;
  const auto width = to_number<int>(value.substr(0, cross));
  const auto height = to_number<int>(value.substr(cross + 1));
  const auto in_range = [](const std::optional<int>& side) {
    return side && *side >= 1 && *side <= pixels::Bitmap::max_side;
  };
  if (!in_range(width) || !in_range(height)) return false;
  scenario.size = Size{*width, *height};
  return true;
}

bool set_scale(Scenario& scenario, std::string_view value) {
  const auto scale = to_number<double>(value);
  if (!scale || !(*scale >= 0.01 && *scale <= 16)) return false;
  scenario.scale = *scale;
  return true;
}

bool set_status(Scenario& scenario, std::string_view value) {
  const auto status = to_number<int>(value);
  if (!status || *status < 400 || *status > 599) return false;
  scenario.status = *status;
  return true;
}

bool set_times(Scenario& scenario, std::string_view value) {
  const auto times = to_number<int>(value);
  if (!times || *times < 1) return false;
  scenario.times = *times;
  return true;
}

bool set_color(Scenario& scenario, std::string_view value) {
  const auto packed = value.size() == 6 ? to_number<std::uint32_t>(value, 16) : std::nullopt;
  if (!packed) return false;
  scenario.color = Color{static_cast<std::uint8_t>(*packed >> 16),
                         static_cast<std::uint8_t>(*packed >> 8 & 0xff),
                         static_cast<std::uint8_t>(*packed & 0xff)};
  return true;
}

bool set_key(Scenario& scenario, std::string_view value) {
  scenario.key = value;
  return !value.empty();
}

bool set_format(Scenario& scenario, std::string_view value) {
  return choose(scenario.jpeg, Names<bool>{{"png", false}, {"jpeg", true}}, value);
}

bool set_slow(Scenario& scenario, std::string_view value) {
  return choose(scenario.held, Names<bool>{{"release", true}}, value);
}

bool set_canned(Scenario& scenario, std::string_view value) {
  return choose(scenario.canned, Names<bool>{{"yes", true}, {"no", false}}, value);
}

using Setter = bool (*)(Scenario&, std::string_view);

const Names<Setter>& setters() {
  static const Names<Setter> all{
      {"edit", set_edit},     {"shape", set_shape}, {"reply", set_outcome}, {"stream", set_stream},
      {"size", set_size},     {"scale", set_scale}, {"status", set_status}, {"times", set_times},
      {"color", set_color},   {"key", set_key},     {"format", set_format}, {"slow", set_slow},
      {"canned", set_canned}, {"link", set_link}};
  return all;
}

}  // namespace

Result<Scenario> parse_scenario(std::string_view text) {
  Scenario scenario;
  if (text.empty()) return scenario;
  for (const auto part : std::views::split(text, ',')) {
    const std::string_view setting(part);
    const auto equals = setting.find('=');
    const auto setter = setters().find(setting.substr(0, equals));
    if (equals == std::string_view::npos || setter == setters().end() ||
        !setter->second(scenario, setting.substr(equals + 1)))
      return fail(ErrorKind::Input, "no such setting of a scenario: " + std::string(setting));
  }
  return scenario;
}

}  // namespace wordbrush::model
