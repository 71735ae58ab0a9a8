'use strict';var __exportStar=function(m,e){for(var p in m) if(p!=='default') e[p]=m[p]};
__exportStar(require('./names.cjs'), exports); exports.own=1