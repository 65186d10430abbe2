// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/phrases.h"

namespace wordbrush::demo {

namespace {

// clang-format off
constexpr Phrases spanish[] = {
    {Action::BlackAndWhite,
     "blanco y negro, blanco & negro, blanco-y-negro, b/n, byn, escala de grises, "
     "tonos de gris, monocromo, monocromático, monocromatico, monocromática, monocromatica"},
    {Action::Sepia,
     "sepia, tono sepia, tonos sepia, efecto foto antigua, estilo foto antigua, "
     "estilo antiguo, aspecto antiguo, estilo retro, efecto retro"},
    {Action::Warmer,
     "más cálido, mas calido, más cálida, mas calida, más cálidos, mas calidos, más cálidas, "
     "mas calidas, más caliente, mas caliente, más calientes, mas calientes, colores cálidos, "
     "colores calidos, tonos cálidos, tonos calidos, color cálido, color calido, tono cálido, "
     "tono calido, calentar los colores, calienta los colores, caliente los colores, "
     "menos frío, menos frio, menos fría, menos fria, menos fríos, menos frios, menos frías, "
     "menos frias"},
    {Action::Cooler,
     "más frío, mas frio, más fría, mas fria, más fríos, mas frios, más frías, mas frias, "
     "colores fríos, colores frios, tonos fríos, tonos frios, color frío, color frio, "
     "tono frío, tono frio, enfriar, enfría, enfria, enfríe, enfrie, menos cálido, "
     "menos calido, menos cálida, menos calida, menos cálidos, menos calidos, menos cálidas, "
     "menos calidas"},
    {Action::Invert,
     "invertir, invierte, invierta, invertido, invertida, invertir los colores, "
     "invierte los colores, invierta los colores, colores invertidos, negativo, en negativo"},
    {Action::Brighter,
     "más claro, mas claro, más clara, mas clara, más claros, mas claros, más claras, "
     "mas claras, aclarar, aclara, aclare, más luminoso, mas luminoso, más luminosa, "
     "mas luminosa, más luminosos, mas luminosos, más luminosas, mas luminosas, "
     "más brillante, mas brillante, más brillantes, mas brillantes, más brillo, mas brillo, "
     "más luz, mas luz, más iluminado, mas iluminado, más iluminada, mas iluminada, "
     "sube el brillo, subir el brillo, suba el brillo, aumentar el brillo, aumenta el brillo, "
     "aumente el brillo, menos oscuro, menos oscura, menos oscuros, menos oscuras"},
    {Action::Darker,
     "más oscuro, mas oscuro, más oscura, mas oscura, más oscuros, mas oscuros, más oscuras, "
     "mas oscuras, oscurecer, oscurece, oscurezca, oscurecido, oscurecida, más sombrío, "
     "mas sombrio, más sombría, mas sombria, menos claro, menos clara, menos claros, "
     "menos claras, menos brillo, menos brillante, menos brillantes, menos luz, "
     "baja el brillo, bajar el brillo, baje el brillo, reducir el brillo, reduce el brillo, "
     "reduzca el brillo, disminuir el brillo, disminuye el brillo, disminuya el brillo"},
    {Action::MoreContrast,
     "contraste, más contraste, mas contraste, más contrastado, mas contrastado, "
     "más contrastada, mas contrastada, más contrastados, mas contrastados, más contrastadas, "
     "mas contrastadas, mayor contraste, aumentar el contraste, aumenta el contraste, "
     "aumente el contraste, subir el contraste, sube el contraste, suba el contraste, "
     "contrastar"},
    {Action::LessContrast,
     "menos contraste, menor contraste, menos contrastado, menos contrastada, "
     "menos contrastados, menos contrastadas, bajar el contraste, baja el contraste, "
     "baje el contraste, reducir el contraste, reduce el contraste, reduzca el contraste, "
     "disminuir el contraste, disminuye el contraste, disminuya el contraste, "
     "bajar contraste, baja contraste, baje contraste, reducir contraste, reduce contraste, "
     "reduzca contraste, suavizar el contraste, suaviza el contraste, suavice el contraste"},
    {Action::MoreColorful,
     "más vivo, mas vivo, más viva, mas viva, más vivos, mas vivos, más vivas, mas vivas, "
     "más color, mas color, más colores, mas colores, más colorido, mas colorido, "
     "más colorida, mas colorida, más coloridos, mas coloridos, más coloridas, mas coloridas, "
     "colores vivos, colores intensos, colores vibrantes, más vibrante, mas vibrante, "
     "más vibrantes, mas vibrantes, saturación, saturacion, saturar, satura, sature, "
     "más saturación, mas saturacion, más saturado, mas saturado, más saturada, mas saturada, "
     "más saturados, mas saturados, más saturadas, mas saturadas, aumentar la saturación, "
     "aumentar la saturacion, aumenta la saturación, aumenta la saturacion, "
     "aumente la saturación, aumente la saturacion, subir la saturación, subir la saturacion, "
     "sube la saturación, sube la saturacion, suba la saturación, suba la saturacion"},
    {Action::LessColorful,
     "más apagado, mas apagado, más apagada, mas apagada, más apagados, mas apagados, "
     "más apagadas, mas apagadas, menos vivo, menos viva, menos vivos, menos vivas, "
     "menos color, menos colores, menos colorido, menos colorida, menos coloridos, "
     "menos coloridas, menos saturación, menos saturacion, menos saturado, menos saturada, "
     "menos saturados, menos saturadas, desaturar, desatura, desature, desaturado, "
     "desaturada, bajar la saturación, bajar la saturacion, baja la saturación, "
     "baja la saturacion, baje la saturación, baje la saturacion, reducir la saturación, "
     "reducir la saturacion, reduce la saturación, reduce la saturacion, "
     "reduzca la saturación, reduzca la saturacion, disminuir la saturación, "
     "disminuir la saturacion, disminuye la saturación, disminuye la saturacion, "
     "disminuya la saturación, disminuya la saturacion, colores apagados, colores pálidos, "
     "colores palidos, más pálido, mas palido, más pálida, mas palida, más pálidos, "
     "mas palidos, más pálidas, mas palidas"},
    {Action::Blur,
     "desenfocar, desenfoca, desenfoque, desenfocado, desenfocada, difuminar, difumina, "
     "difumine, difuminado, difuminada, borroso, borrosa, más borroso, mas borroso, "
     "más borrosa, mas borrosa, suavizar, suaviza, suavice, menos nítido, menos nitido, "
     "menos nítida, menos nitida, menos nítidos, menos nitidos, menos nítidas, menos nitidas, "
     "menos nitidez, menos enfocado, menos enfocada"},
    {Action::Sharpen,
     "enfocar, enfoca, más enfocado, mas enfocado, más enfocada, mas enfocada, nítido, "
     "nitido, nítida, nitida, más nítido, mas nitido, más nítida, mas nitida, más nítidos, "
     "mas nitidos, más nítidas, mas nitidas, nitidez, más nitidez, mas nitidez, "
     "más definición, mas definicion, más definido, mas definido, más definida, mas definida, "
     "menos borroso, menos borrosa, menos borrosos, menos borrosas, menos desenfocado, "
     "menos desenfocada"},
    {Action::Posterize,
     "póster, poster, efecto póster, efecto poster, estilo póster, estilo poster, "
     "como un póster, como un poster, como un cartel, estilo cartel, efecto cartel, "
     "como un afiche, posterizar, posteriza, posterice, posterizado, posterizada, "
     "posterización, posterizacion"},
    {Action::Night,
     "noche, de noche, la noche, por la noche, escena nocturna, nocturno, nocturna"},
    {Action::FlipSides,
     "voltear, voltea, voltee, imagen volteada, foto volteada, voltear horizontalmente, "
     "voltea horizontalmente, voltee horizontalmente, invertir horizontalmente, "
     "invierte horizontalmente, invierta horizontalmente, reflejar horizontalmente, "
     "refleja horizontalmente, refleje horizontalmente, dar la vuelta, dale la vuelta, "
     "en espejo, efecto espejo, modo espejo, imagen espejo, izquierda-derecha, "
     "invertir los lados"},
    {Action::FlipUpsideDown,
     "boca abajo, bocabajo, cabeza abajo, patas arriba, del revés, del reves, "
     "imagen al revés, imagen al reves, foto al revés, foto al reves, voltear verticalmente, "
     "voltea verticalmente, voltee verticalmente, invertir verticalmente, "
     "invierte verticalmente, invierta verticalmente, reflejar verticalmente, "
     "refleja verticalmente, refleje verticalmente, arriba-abajo"},
    {Action::Pixelate,
     "pixelar, pixela, pixele, pixelado, pixelada, pixelizar, pixeliza, pixelice, pixelizado, "
     "pixelizada, píxeles grandes, pixeles grandes, efecto mosaico"},
    {Action::Sketch,
     "boceto, bosquejo, esbozo, abocetar, croquis, a lápiz, a lapiz, dibujo a lápiz, "
     "dibujo a lapiz"},
};
// clang-format on

}  // namespace

std::span<const Phrases> spanish_phrases() {
  return spanish;
}

}  // namespace wordbrush::demo
