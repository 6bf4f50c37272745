using Hub.Intake.Files.Reading;

// The process in which strangers' files are read: FileReaderPool starts it, watches it and ends it.
return FileReaderServer.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
