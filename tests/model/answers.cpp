// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/answers.h"

#include <algorithm>
#include <cmath>

#include "model/edits.h"
#include "pixels/decode.h"
#include "pixels/encode.h"

namespace wordbrush::model {

namespace {

constexpr Size default_size{512, 512};
constexpr int jpeg_quality = 95;
constexpr Color draft_color{255, 0, 255};
constexpr Size draft_size{8, 8};

Size answer_size(const Scenario& scenario, const Size& received) {
  if (scenario.size) return *scenario.size;
  const auto scaled = [&](int side) {
    return std::clamp(static_cast<int>(std::lround(side * scenario.scale)), 1,
                      pixels::Bitmap::max_side);
  };
  return {scaled(received.width), scaled(received.height)};
}

/// The picture that answers: the first one received, edited, or one made from the prompt.
Result<pixels::Bitmap> make_picture(const Scenario& scenario, const LoggedRequest& request) {
  if (request.pictures.empty())
    return painted(scenario.color.value_or(color_of(request.prompt)),
                   answer_size(scenario, default_size));
  const auto received = pixels::decode(*request.pictures.front().bytes);
  if (!received) return fail(received.error());
  return resized(edited(scenario.edit, *received),
                 answer_size(scenario, {received->width(), received->height()}));
}

}  // namespace

Result<Answer> make_answer(const Scenario& scenario, const LoggedRequest& request) {
  Answer answer{.model = request.model};
  switch (scenario.outcome) {
    case Outcome::Text:
      answer.text = "I can only describe it: a quiet scene.";
      return answer;
    case Outcome::Refusal:
      answer.finish_reason = "content_filter";
      answer.refusal = "I will not make this picture.";
      return answer;
    case Outcome::BadImage: {
      constexpr std::string_view junk = "this is not a picture, whatever its label says";
      answer.text = "Here it is.";
      answer.picture.assign(junk.begin(), junk.end());
      return answer;
    }
    default:
      break;
  }
  const auto picture = make_picture(scenario, request);
  if (!picture) return fail(picture.error());
  answer.text = "Here is the picture: " + request.prompt;
  answer.draft = pixels::encode_png(painted(draft_color, draft_size));
  answer.picture =
      scenario.jpeg ? pixels::encode_jpeg(*picture, jpeg_quality) : pixels::encode_png(*picture);
  if (scenario.jpeg) answer.mime_type = "image/jpeg";
  return answer;
}

}  // namespace wordbrush::model
