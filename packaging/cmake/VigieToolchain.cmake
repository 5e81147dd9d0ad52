# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler settings that every target of Vigie shares: the language, the strict flags, ccache and mold where present.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTOUIC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Release, Debug or RelWithDebInfo" FORCE)
endif()

option(VIGIE_WERROR "Treat warnings as errors" OFF)
option(VIGIE_FUZZ "Build the fuzz targets (clang only)" OFF)
option(VIGIE_PCH "Precompile the headers that nearly every file reads; not worth it where a compiler cache is kept" OFF)
set(VIGIE_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them: address,undefined")

find_program(VIGIE_CCACHE ccache)
if(VIGIE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${VIGIE_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${VIGIE_CCACHE})
endif()

# clang 14 does not know mold by name on every system, so the linker is given only where the compiler takes it.
find_program(VIGIE_MOLD mold)
if(VIGIE_MOLD AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND NOT APPLE)
    include(CheckLinkerFlag)
    check_linker_flag(CXX -fuse-ld=mold VIGIE_LINKS_WITH_MOLD)
    if(VIGIE_LINKS_WITH_MOLD)
        add_link_options(-fuse-ld=mold)
    endif()
endif()

add_library(vigie_flags INTERFACE)
target_compile_definitions(vigie_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
if(MSVC)
    target_compile_options(vigie_flags INTERFACE /W4 /utf-8 $<$<BOOL:${VIGIE_WERROR}>:/WX>)
else()
    target_compile_options(vigie_flags INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
        $<$<BOOL:${VIGIE_WERROR}>:-Werror>)
endif()
if(VIGIE_WERROR)
    target_compile_definitions(vigie_flags INTERFACE QT_FORCE_ASSERTS)
endif()

# What the program does not use is left out of it, and of what is read from the disk at its start. Symbols of a release build go
# with it: a person reports a log, not a core file.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND NOT APPLE)
    set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG -ffunction-sections -fdata-sections")
    add_link_options(-Wl,--gc-sections -s)
endif()

if(VIGIE_SANITIZE)
    add_compile_options(-fsanitize=${VIGIE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${VIGIE_SANITIZE})
endif()
if(VIGIE_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
