## templates
