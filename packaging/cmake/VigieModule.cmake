# SPDX-License-Identifier: GPL-3.0-or-later

# The libraries of the GUI, two thirds of all files, read the same heavy headers: these are compiled once for all where
# VIGIE_PCH asks for it. Not so the rooms below: they link fewer parts of Qt, and GCC wants the same macros everywhere.
function(vigie_precompile target)
    if(NOT VIGIE_PCH)
        return()
    endif()
    if(NOT TARGET vigie_pch)
        file(WRITE ${CMAKE_BINARY_DIR}/pch.cpp "")
        add_library(vigie_pch STATIC ${CMAKE_BINARY_DIR}/pch.cpp)
        target_link_libraries(vigie_pch PRIVATE vigie_flags Qt6::Widgets Qt6::Sql Qt6::Network Qt6::Concurrent)
        target_precompile_headers(vigie_pch PRIVATE
            <algorithm> <chrono> <memory> <optional> <span> <vector>
            <QtCore/QtCore> <QtConcurrent/QtConcurrent> <QtNetwork/QtNetwork> <QtSql/QtSql> <QtWidgets/QtWidgets>)
    endif()
    target_precompile_headers(${target} REUSE_FROM vigie_pch)
endfunction()

# vigie_add_module(name SOURCES … [PUBLIC lib…] [PRIVATE lib…])
#
# Makes the static library vigie_<name>, used as Vigie::<name>, from one folder of src.
# Include paths start at src, so a header is always named with its folder.
function(vigie_add_module name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(vigie_${name} STATIC ${ARG_SOURCES})
    add_library(Vigie::${name} ALIAS vigie_${name})
    target_include_directories(vigie_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    set_target_properties(vigie_${name} PROPERTIES AUTOUIC_SEARCH_PATHS "${CMAKE_SOURCE_DIR}/ui")
    target_link_libraries(vigie_${name}
        PUBLIC ${ARG_PUBLIC}
        PRIVATE vigie_flags ${ARG_PRIVATE})
    if(name MATCHES "^gui_")
        vigie_precompile(vigie_${name})
    endif()
endfunction()

# vigie_add_test(name SOURCES … [LIBRARIES …] [LABELS …] [CONFIGURATION …])
#
# One Qt Test executable, run offscreen so that no display is needed. With a configuration it runs in `ctest -C` of that name alone.
function(vigie_add_test name)
    cmake_parse_arguments(ARG "" "CONFIGURATION" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE vigie_flags Qt6::Test ${ARG_LIBRARIES})
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_compile_definitions(${name} PRIVATE
        VIGIE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        VIGIE_FIXTURES="${CMAKE_SOURCE_DIR}/tests/fixtures"
        VIGIE_SHARED="${CMAKE_SOURCE_DIR}/../shared")
    set(configuration)
    if(ARG_CONFIGURATION)
        set(configuration CONFIGURATIONS ${ARG_CONFIGURATION})
    endif()
    add_test(NAME ${name} COMMAND ${name} ${configuration})
    # libfontconfig and the offscreen plugin keep a few caches until exit; they are listed in one file, each with its reason.
    set_tests_properties(${name} PROPERTIES
        TIMEOUT 300
        LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/lsan.supp")
endfunction()

# vigie_add_fuzzer(name SOURCES … LIBRARIES …): a libFuzzer target, built only with -DVIGIE_FUZZ=ON.
function(vigie_add_fuzzer name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
    if(NOT VIGIE_FUZZ)
        return()
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE vigie_flags ${ARG_LIBRARIES})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    if(NOT TARGET fuzzers)
        add_custom_target(fuzzers COMMENT "All fuzz targets")
    endif()
    add_dependencies(fuzzers ${name})
endfunction()
