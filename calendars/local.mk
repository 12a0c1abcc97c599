## calendars
