using Hub.Documents.Reader;

// The process in which strangers' files are read: ReaderPool starts it, watches it and ends it.
return ReaderServer.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
