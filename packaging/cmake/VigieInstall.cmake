# SPDX-License-Identifier: GPL-3.0-or-later
include(GNUInstallDirs)

foreach(program IN ITEMS vigie vigiectl)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()
if(UNIX AND NOT APPLE)
    install(FILES packaging/linux/org.vigie.Vigie.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES packaging/linux/org.vigie.Vigie.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES resources/brand/org.vigie.Vigie.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
install(FILES LICENSE README.md resources/LICENSES.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
