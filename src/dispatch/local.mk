## dispatch
