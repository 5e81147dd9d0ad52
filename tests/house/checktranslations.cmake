# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when lupdate would change a translation file, or a French sentence is missing: run the target update_translations.
set(copy ${WORK}/vigie_fr.ts)
file(MAKE_DIRECTORY ${WORK})
file(COPY ${SOURCE}/translations/vigie_fr.ts ${SOURCE}/translations/vigie_en.ts DESTINATION ${WORK})
execute_process(COMMAND ${LUPDATE} -silent -locations none -no-obsolete -recursive ${SOURCE}/src ${SOURCE}/ui -ts ${copy}
    ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${LUPDATE} -silent -locations none -no-obsolete -pluralonly -recursive ${SOURCE}/src ${SOURCE}/ui
    -ts ${WORK}/vigie_en.ts ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
foreach(name IN ITEMS vigie_fr.ts vigie_en.ts)
    execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${SOURCE}/translations/${name} ${WORK}/${name} RESULT_VARIABLE differs)
    if(differs)
        message(SEND_ERROR "${name}: lupdate would change it")
    endif()
    file(STRINGS ${WORK}/${name} unfinished REGEX "type=\"unfinished\"")
    list(LENGTH unfinished count)
    if(count GREATER 0)
        message(SEND_ERROR "${name}: ${count} sentences are not translated")
    endif()
endforeach()
