# SPDX-License-Identifier: GPL-3.0-or-later
# Icons come from Bootstrap Icons (MIT) as packaged by the system, and are put into the programs at build; none is kept
# here. What that set lacks is drawn in resources/icons. Used by name: gui/common/icons.h.
set(VIGIE_ICON_DIR "/usr/share/bootstrap-icons/svg" CACHE PATH "Folder with the SVG files of Bootstrap Icons")

set(icon_names
    activity alarm arrow-90deg-left arrow-clockwise arrow-counterclockwise arrow-down arrow-left arrow-repeat arrow-right arrow-up
    arrow-up-right award bar-chart-line bell bell-fill binoculars book bookmark box-arrow-in-down box-arrow-up-right broadcast
    building bullseye calendar-check calendar-event card-checklist card-text chat-dots chat-left-text chat-quote check check2
    check2-all check2-circle check-circle check-circle-fill chevron-down chevron-left chevron-right chevron-up circle
    circle-fill circle-half clipboard clipboard-check clipboard-data clock clock-history cloud-arrow-down cloud-slash dash
    dash-circle database diagram-3 door-closed download emoji-frown emoji-neutral emoji-smile envelope envelope-open
    exclamation-circle exclamation-diamond-fill exclamation-octagon exclamation-triangle exclamation-triangle-fill eye eye-slash facebook
    fast-forward file-diff file-earmark-arrow-down file-earmark-pdf file-earmark-plus file-earmark-text files filter fire flag
    flag-fill folder2-open funnel gear globe2 graph-up graph-up-arrow hand-thumbs-up hash heart hourglass-split house inbox
    info-circle instagram journal-check journal-text key keyboard layers life-preserver lightbulb lightning lightning-charge link-45deg
    linkedin list-check list-ul lock lock-fill mastodon megaphone moon newspaper paperclip patch-check patch-exclamation pause-circle pause-fill
    pencil pencil-square people person person-badge person-check person-plus pin-angle pin-angle-fill play-circle play-fill plus plus-lg
    printer question-circle reddit repeat reply reply-all rss save search send send-check send-exclamation send-slash shield-check
    shield-exclamation shield-lock signpost-split sliders speedometer2 star star-fill sticky stop-circle stop-fill stopwatch sun tag tags telegram
    telephone three-dots three-dots-vertical tiktok translate trash trophy twitter type upload whatsapp wifi wifi-off x x-circle
    x-circle-fill x-lg youtube unlock universal-access)

if(NOT EXISTS ${VIGIE_ICON_DIR}/bell.svg)
    message(FATAL_ERROR "Bootstrap Icons are not in ${VIGIE_ICON_DIR}. Install the package `bootstrap-icons` "
        "(Debian: apt install bootstrap-icons), or say where its SVG files are with -DVIGIE_ICON_DIR=/folder.")
endif()

set(icon_files)
foreach(name IN LISTS icon_names)
    if(NOT EXISTS ${VIGIE_ICON_DIR}/${name}.svg)
        message(FATAL_ERROR "The icon ${name} is not in ${VIGIE_ICON_DIR}: that set is too old (1.10 or later is needed).")
    endif()
    list(APPEND icon_files ${VIGIE_ICON_DIR}/${name}.svg)
endforeach()
qt_add_resources(vigie_resources "vigie_icons" PREFIX "/icons" BASE ${VIGIE_ICON_DIR} FILES ${icon_files})

file(GLOB own_icons CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/icons/*.svg)
qt_add_resources(vigie_resources "vigie_own_icons" PREFIX "/icons/own" BASE ${CMAKE_CURRENT_SOURCE_DIR}/icons FILES ${own_icons})
